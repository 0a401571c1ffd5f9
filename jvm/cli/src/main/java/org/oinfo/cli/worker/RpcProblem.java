package org.oinfo.cli.worker;

/** A message that cannot be taken for a call, with the code that JSON-RPC has for it. */
public final class RpcProblem extends RuntimeException {
    /** The line is no JSON. */
    public static final int NO_JSON = -32700;
    /** JSON, but no call. */
    public static final int NO_CALL = -32600;
    /** There is no such method. */
    public static final int NO_METHOD = -32601;
    /** The method has no such parameter, or not with such a value. */
    public static final int WRONG_PARAMETERS = -32602;
    /** An error in this program. */
    public static final int INTERNAL = -32603;

    private static final long serialVersionUID = 1L;

    private final int code;

    public RpcProblem(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}

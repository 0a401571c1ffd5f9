package org.oinfo.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 by the platform in one call, digits written by hand. */
public final class Sha256 {
    private Sha256() {}

    public static String of(byte[] bytes) {
        try {
            StringBuilder hex = new StringBuilder();
            for (byte b : MessageDigest.getInstance("SHA-256").digest(bytes)) {
                hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

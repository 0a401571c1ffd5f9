import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes the Parquet files that the tests read: {@code java -cp duckdb_jdbc-2.0.0.1.jar MakeParquet.java}, in this folder. */
class MakeParquet {
    private static final String X = "(7 * t + 3 * %d) %% 11 + %d / 4.0";

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String x = "";
            for (int n = 0; n < 3; n++) {
                x += (n == 0 ? "" : ", ") + "(" + X.formatted(n, n) + ")::DOUBLE AS v" + n;
            }
            for (String codec : new String[] {"snappy", "zstd", "gzip", "uncompressed", "lz4_raw"}) {
                statement.execute("COPY (SELECT " + x + " FROM range(6) r(t)) TO '" + codec
                        + ".parquet' (FORMAT parquet, COMPRESSION " + codec + ")");
            }
            String types = "SELECT t::TINYINT AS i1, (t * 1000)::SMALLINT AS i2, (250 - t)::UTINYINT AS u1,"
                    + " (4000000000 + t)::UINTEGER AS u4, (18446744073709551615 - t::HUGEINT)::UBIGINT AS u8, t % 2 = 0 AS b,"
                    + " (t / 4.0)::FLOAT AS f4, CASE WHEN t = 3 THEN NULL ELSE t END::BIGINT AS gaps, 'w' || t AS word,"
                    + " DATE '2026-01-01' + t::INTEGER AS day, t::DECIMAL(9, 2) AS price, t AS __index_level_0__"
                    + " FROM range(6) r(t)";
            statement.execute("COPY (" + types + ") TO 'types.parquet' (FORMAT parquet)");
        }
    }
}

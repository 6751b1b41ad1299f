package testsupport;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What an action asks of the database, statement by statement, on the thread that does it. */
public final class StatementCount {

    private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

    private StatementCount() {}

    /** The statements of an action in their order; a batch is one. */
    public static List<String> of(Runnable action) {
        var heard = new ArrayList<String>();
        HEARD.set(heard);
        try {
            action.run();
        } finally {
            HEARD.remove();
        }
        return heard;
    }

    /** Listens where somebody counts; everybody else gets the connection as it is. */
    static final class Listening extends DelegatingDataSource {

        Listening(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            var heard = HEARD.get();
            return heard == null ? connection : listening(Connection.class, connection, "", heard);
        }
    }

    private static <T> T listening(Class<T> type, T target, String prepared, List<String> heard) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    var arguments = given == null ? new Object[0] : given;
                    var first = arguments.length > 0 && arguments[0] instanceof String sql ? sql : "";
                    if (method.getName().startsWith("execute")) {
                        heard.add(prepared.isEmpty() ? first : prepared);
                    }
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    boolean statement = method.getName().startsWith("prepare")
                            || method.getName().startsWith("createStatement");
                    if (statement && result instanceof Statement made) {
                        @SuppressWarnings("unchecked")
                        var kind = (Class<Statement>) method.getReturnType();
                        return listening(kind, made, first, heard);
                    }
                    return result;
                }));
    }
}

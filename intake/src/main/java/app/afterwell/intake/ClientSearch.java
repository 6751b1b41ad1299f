package app.afterwell.intake;

import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads clients, each list in one query. */
@Component
class ClientSearch implements ClientDirectory {

    private static final String COLUMNS =
            "c.id, c.version, c.name, c.email, c.phone, c.birth_date, c.zone, c.language, c.created_at";

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PHONE = Pattern.compile("[+(]?[\\d\\s()./+-]*\\d[\\d\\s()./+-]*");

    /** Beyond these nobody types a name; they keep a query small. */
    private static final int MOST_WORDS = 6;

    private static final int LONGEST_WORD = 60;

    /** From here on a word may contain a slip of the pen; shorter ones resemble too much. */
    private static final int FORGIVEN_FROM = 4;

    private final JdbcClient jdbc;

    ClientSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ClientId, ClientCard> cards(Collection<ClientId> clients) {
        if (clients.isEmpty()) {
            return Map.of();
        }
        Map<ClientId, ClientCard> cards = new LinkedHashMap<>();
        jdbc.sql("select " + COLUMNS + " from client c where c.id = any(?)")
                .param(clients.stream().map(ClientId::value).distinct().toArray(UUID[]::new))
                .query(ClientSearch::view)
                .list()
                .forEach(it -> cards.put(
                        it.id(),
                        new ClientCard(
                                it.id(), it.name(), it.email(), it.phone(), it.birthDate(), it.zone(), it.language())));
        return cards;
    }

    Optional<ClientView> byId(ClientId client) {
        return jdbc.sql("select " + COLUMNS + " from client c where c.id = ?")
                .param(client.value())
                .query(ClientSearch::view)
                .optional();
    }

    FoundClients find(String typed, int page, int size) {
        // The index forgives as much as this setting allows; it lasts for this transaction.
        jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', '0.45', true)")
                .query()
                .singleValue();
        var query = query(typed);
        var found = jdbc.sql("select " + COLUMNS + ", count(*) over () as total from client c" + query.where()
                        + " order by " + query.score() + "lower(c.name), c.id limit ? offset ?")
                .params(query.params())
                .params(List.of(size, (long) page * size))
                .query((row, number) -> new Row(view(row, number), row.getInt("total")))
                .list();
        return new FoundClients(
                found.stream().map(Row::client).toList(),
                found.isEmpty() ? 0 : found.getFirst().total());
    }

    /** Every word has to fit; words that fit letter by letter come before those that only resemble. */
    private static Query query(String typed) {
        List<String> conditions = new ArrayList<>();
        List<String> scores = new ArrayList<>();
        List<Object> forConditions = new ArrayList<>();
        List<Object> forScores = new ArrayList<>();
        for (var word : words(typed)) {
            if (DATE.matcher(word).matches()) {
                // Compared as text: not everything that looks like a date is one.
                conditions.add("to_char(c.birth_date, 'YYYY-MM-DD') = ?");
                forConditions.add(word);
            } else if (PHONE.matcher(word).matches()) {
                conditions.add("c.phone like ?");
                forConditions.add("%" + word.replaceAll("\\D", "").replaceFirst("^0+", "") + "%");
            } else {
                var inside = "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
                var exactly = "c.search_text like intake_plain(?)";
                var nearly = word.length() < FORGIVEN_FROM ? "" : " or c.search_text %> intake_plain(?)";
                conditions.add("(" + exactly + nearly + ")");
                scores.add(
                        "(case when " + exactly + " then 2 else word_similarity(intake_plain(?), c.search_text) end)");
                forConditions.add(inside);
                if (!nearly.isEmpty()) {
                    forConditions.add(word);
                }
                forScores.add(inside);
                forScores.add(word);
            }
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var score = scores.isEmpty() ? "" : String.join(" + ", scores) + " desc, ";
        forConditions.addAll(forScores);
        return new Query(where, score, forConditions);
    }

    /** A phone number with gaps is one word, whatever stands around it. */
    private static List<String> words(String typed) {
        var text = typed.strip();
        if (!text.isEmpty()
                && PHONE.matcher(text).matches()
                && !DATE.matcher(text).matches()) {
            return List.of(text);
        }
        return Pattern.compile("[\\s,;]+")
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                .limit(MOST_WORDS)
                .toList();
    }

    private static ClientView view(ResultSet row, int number) throws SQLException {
        return new ClientView(
                new ClientId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getObject("birth_date", LocalDate.class),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("language")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private record Row(ClientView client, int total) {}

    private record Query(String where, String score, List<Object> params) {}
}

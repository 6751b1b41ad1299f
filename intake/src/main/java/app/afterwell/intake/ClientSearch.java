package app.afterwell.intake;

import app.afterwell.domain.ClientCard;
import app.afterwell.domain.ClientDirectory;
import app.afterwell.domain.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** So many letters stand for any part of a word; fewer for its beginning, as nearly everybody has them somewhere. */
    private static final int ANYWHERE_FROM = 3;

    /** From here on a word may contain a slip of the pen; shorter ones resemble too much. */
    private static final int FORGIVEN_FROM = 4;

    /** As many words as one mistyped word may have meant. */
    private static final int MOST_ALIKE = 10;

    /** So many that resemble it are compared with it letter by letter. */
    private static final int MOST_COMPARED = 50;

    /** How much a word resembles one of which two letters changed places: more than any other that is not the same. */
    private static final double TURNED = 0.95;

    /** If so many fit letter by letter, nobody looks for those who only resemble. */
    private static final int ENOUGH = 10;

    private static final Pattern GAPS = Pattern.compile("[\\s,;]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

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

    /**
     * The clients who fit letter by letter; if they are few, those who only resemble come after them.
     *
     * @see Clients#find
     */
    FoundClients find(String typed, int page, int size) {
        var words = words(plain(typed));
        var exact = page(new Query(words, List.of()), page, size);
        if (exact.total() >= enough(words)) {
            return exact;
        }
        var alike = alike(words);
        return alike.isEmpty() ? exact : ranked(new Query(words, alike), page, size);
    }

    /**
     * The first of them, uncounted.
     *
     * @see Clients#lookUp
     */
    List<ClientView> lookUp(String typed, int most) {
        var words = words(plain(typed));
        int enough = enough(words);
        var found = first(new Query(words, List.of()), Math.max(most, enough));
        if (found.size() < enough) {
            var alike = alike(words);
            if (!alike.isEmpty()) {
                var forgiving = new Query(words, alike);
                found = rows(forgiving.best(), forgiving, 0, most);
            }
        }
        return found.stream().limit(most).map(Row::client).toList();
    }

    /** Whoever typed somebody's address means them and nobody with a similar one. */
    private static int enough(List<String> words) {
        return words.stream().anyMatch(word -> word.indexOf('@') > 0) ? 1 : ENOUGH;
    }

    private FoundClients page(Query query, int page, int size) {
        // Of a name that thousands have, the index gives the first few in order; nobody has to sort the thousands.
        var first = rows(query.whoseNameBeginsSo(), query, Math.multiplyExact(page, size), size);
        return first.size() == size ? found(first, total(query)) : ranked(query, page, size);
    }

    private FoundClients ranked(Query query, int page, int size) {
        var found = rows(query.bestAndTheirNumber(), query, Math.multiplyExact(page, size), size);
        return found(found, found.isEmpty() && page > 0 ? total(query) : Row.total(found));
    }

    private List<Row> first(Query query, int most) {
        var first = rows(query.whoseNameBeginsSo(), query, 0, most);
        return first.size() == most ? first : rows(query.best(), query, 0, most);
    }

    private List<Row> rows(String select, Query query, int offset, int size) {
        return jdbc.sql(select + " limit :most offset :first")
                .params(query.params())
                .param("first", offset)
                .param("most", size)
                .query((row, number) -> new Row(view(row, number), row.getInt("total")))
                .list();
    }

    private int total(Query query) {
        return jdbc.sql(query.count())
                .params(query.params())
                .query(Integer.class)
                .single();
    }

    private static FoundClients found(List<Row> rows, int total) {
        return new FoundClients(rows.stream().map(Row::client).toList(), total);
    }

    /**
     * As texts are compared: by the same function as what they are compared with. What follows is planned for the very
     * letters: for a name that half of all have, another way is quick than for one that nobody has.
     */
    private String plain(String typed) {
        return jdbc.sql("""
                select intake_plain(?), set_config('plan_cache_mode', 'force_custom_plan', true),
                    set_config('pg_trgm.word_similarity_threshold', '0.45', true)
                """)
                .param(typed)
                .query((row, number) -> row.getString(1))
                .single();
    }

    /**
     * For each place among the words, the words of clients that may have been meant: those that resemble, and those of
     * which two neighbouring letters were typed the wrong way round, which leaves short words little to resemble by. Of
     * several, those that are spelled most alike.
     */
    private List<Alike> alike(List<String> words) {
        var places = new ArrayList<Integer>();
        var forgiven = new ArrayList<String>();
        var placesOfTurned = new ArrayList<Integer>();
        var typedOfTurned = new ArrayList<String>();
        var turned = new ArrayList<String>();
        for (int place = 0; place < words.size(); place++) {
            for (var part : parts(words.get(place))) {
                places.add(place);
                forgiven.add(part);
                for (int letter = 1; letter < part.length(); letter++) {
                    placesOfTurned.add(place);
                    typedOfTurned.add(part);
                    turned.add(part.substring(0, letter - 1)
                            + part.charAt(letter)
                            + part.charAt(letter - 1)
                            + part.substring(letter + 1));
                }
            }
        }
        if (forgiven.isEmpty()) {
            return List.of();
        }
        var compared = jdbc.sql("""
                        select typed.place, typed.word as typed, known.word, known.similarity
                        from unnest(?::integer[], ?::text[]) typed (place, word)
                        cross join lateral (
                            select w.word, word_similarity(typed.word, w.word)::float8 as similarity
                            from client_word w where w.word %> typed.word
                            order by similarity desc, w.word limit ?) known
                        union all
                        select turned.place, turned.typed, w.word, ?::float8
                        from unnest(?::integer[], ?::text[], ?::text[]) turned (place, typed, word)
                        join client_word w on w.word = turned.word
                        """)
                .params(
                        places.toArray(Integer[]::new),
                        forgiven.toArray(String[]::new),
                        MOST_COMPARED,
                        TURNED,
                        placesOfTurned.toArray(Integer[]::new),
                        typedOfTurned.toArray(String[]::new),
                        turned.toArray(String[]::new))
                .query((row, number) -> new Compared(
                        row.getString("typed"),
                        new Alike(row.getInt("place"), row.getString("word"), row.getDouble("similarity"))))
                .list();
        return compared.stream()
                .collect(Collectors.groupingBy(each -> List.of(each.alike().place(), each.typed())))
                .values()
                .stream()
                .flatMap(ClientSearch::closest)
                .toList();
    }

    /** Where a word is but one slip away, those that are further away were not meant. */
    private static Stream<Alike> closest(List<Compared> compared) {
        boolean near = compared.stream().anyMatch(each -> each.slips() <= 1);
        return compared.stream()
                .filter(each -> !near || each.slips() <= 1)
                .map(Compared::alike)
                .sorted(Comparator.comparingDouble(Alike::similarity).reversed().thenComparing(Alike::word))
                .limit(MOST_ALIKE);
    }

    /** What of a word may contain a slip: of an e-mail address what stands before the @, each part by itself. */
    private static List<String> parts(String word) {
        if (DATE.matcher(word).matches() || PHONE.matcher(word).matches()) {
            return List.of();
        }
        int at = word.indexOf('@');
        return NO_LETTERS
                .splitAsStream(at < 0 ? word : word.substring(0, at))
                .filter(part -> part.length() >= FORGIVEN_FROM)
                .toList();
    }

    /** A phone number with gaps is one word, whatever stands around it. */
    private static List<String> words(String typed) {
        var text = typed.strip();
        if (!text.isEmpty()
                && PHONE.matcher(text).matches()
                && !DATE.matcher(text).matches()) {
            return List.of(text);
        }
        return GAPS.splitAsStream(text)
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

    /** @param total of all that were found, if it was asked for with them */
    private record Row(ClientView client, int total) {

        static int total(List<Row> rows) {
            return rows.isEmpty() ? 0 : rows.getFirst().total();
        }
    }

    /** @param place of the typed word among the words */
    private record Alike(int place, String word, double similarity) {}

    /** A word that resembles what was typed. */
    private record Compared(String typed, Alike alike) {

        int slips() {
            return Slips.between(typed, alike.word());
        }
    }

    /**
     * Every word has to fit. Whose name begins with what was typed comes first, then those of whom every word is the
     * beginning of a word, then those who have the words inside, and last those who only resemble.
     */
    private static final class Query {

        private static final String BY_NAME = "c.search_text, c.id";

        private final List<String> fits = new ArrayList<>();
        private final List<String> begins = new ArrayList<>();
        private final List<String> resembles = new ArrayList<>();
        private final List<String> resemblance = new ArrayList<>();
        private final List<String> letters = new ArrayList<>();
        private final Map<String, Object> params = new HashMap<>();
        private final boolean forgiving;

        Query(List<String> words, List<Alike> alike) {
            forgiving = !alike.isEmpty();
            for (int place = 0; place < words.size(); place++) {
                int here = place;
                word(
                        here,
                        words.get(place),
                        alike.stream().filter(each -> each.place() == here).toList());
            }
            params.put("phrase", " " + String.join(" ", letters) + "%");
        }

        private void word(int place, String word, List<Alike> alike) {
            if (DATE.matcher(word).matches()) {
                date(place, word);
            } else if (PHONE.matcher(word).matches()) {
                always("c.phone like :inside" + place);
                params.put("inside" + place, "%" + word.replaceAll("\\D", "").replaceFirst("^0+", "") + "%");
            } else {
                letters(place, word.replace('-', ' ').replaceAll("([\\\\%_])", "\\\\$1"), alike);
            }
        }

        private void always(String condition) {
            fits.add(condition);
            resembles.add(condition);
        }

        private void date(int place, String word) {
            try {
                params.put("date" + place, LocalDate.parse(word));
                always("c.birth_date = :date" + place);
            } catch (DateTimeParseException e) {
                always("false");
            }
        }

        private void letters(int place, String word, List<Alike> alike) {
            letters.add(word);
            params.put("begins" + place, "% " + word + "%");
            params.put("inside" + place, "%" + word + "%");
            var begin = "c.search_text like :begins" + place;
            var fit = word.length() < ANYWHERE_FROM ? begin : "c.search_text like :inside" + place;
            begins.add(begin);
            fits.add(fit);
            if (alike.isEmpty()) {
                resembles.add(fit);
                return;
            }
            params.put("known" + place, alike.stream().map(Alike::word).toArray(String[]::new));
            params.put("similar" + place, alike.stream().map(Alike::similarity).toArray(Double[]::new));
            resembles.add("(" + fit + " or c.words && :known" + place + "::text[])");
            resemblance.add("case when " + fit + " then 1 else (select max(known.similarity) from unnest(:known" + place
                    + "::text[], :similar" + place + "::float8[]) known (word, similarity)"
                    + " where known.word = any(c.words)) end");
        }

        String whoseNameBeginsSo() {
            return "select " + COLUMNS + ", 0 as total from client c where c.search_text like :phrase and " + all(fits)
                    + " order by " + BY_NAME;
        }

        String best() {
            return best("0");
        }

        String bestAndTheirNumber() {
            return best("count(*) over ()");
        }

        private String best(String total) {
            var order = "case when c.search_text like :phrase then 1 when " + all(begins) + " then 2 else 3 end, ";
            if (forgiving) {
                order = "case when " + all(fits) + " then 1 else 2 end, " + order + String.join(" + ", resemblance)
                        + " desc, ";
            }
            return "select " + COLUMNS + ", " + total + " as total from client c where " + all(condition())
                    + " order by " + (letters.isEmpty() ? "" : order) + BY_NAME;
        }

        String count() {
            return "select count(*) from client c where " + all(condition());
        }

        private List<String> condition() {
            return forgiving ? resembles : fits;
        }

        private static String all(List<String> conditions) {
            return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        }

        Map<String, Object> params() {
            return params;
        }
    }
}

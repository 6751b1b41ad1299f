package app.afterwell.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser test arranges and looks up through the HTTP API of the demo clinic. */
final class ApiClinic implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    /** @param base address of the application, without a slash at the end */
    ApiClinic(String base) {
        this.base = base;
    }

    /** A visit of this client to the demo therapist, whatever else they have then; the client has arrived. */
    String arrived(String client, Instant start) {
        var practitioner = get("therapist", "practitioners/me").get("id").asString();
        String service = null;
        for (var offered : get("desk", "services").get("items")) {
            for (var who : offered.get("practitioners")) {
                if (who.asString().equals(practitioner) && service == null) {
                    service = offered.get("code").asString();
                }
            }
        }
        var id = send(
                        "desk",
                        "POST",
                        "appointments",
                        Map.of(
                                "client",
                                client(client),
                                "service",
                                String.valueOf(service),
                                "practitioner",
                                practitioner,
                                "start",
                                start.toString(),
                                "override",
                                Map.of("reason", "walked in")))
                .get("id")
                .asString();
        send("desk", "POST", "appointments/" + id + "/status", Map.of("status", "ARRIVED"));
        return id;
    }

    private String client(String name) {
        for (var client : get("desk", "clients?q=" + name.replace(" ", "%20")).get("items")) {
            if (client.get("name").asString().equals(name)) {
                return client.get("id").asString();
            }
        }
        throw new IllegalStateException("nobody is called " + name);
    }

    /** The note of a visit, as the therapist has it on the server. */
    JsonNode note(String appointment) {
        return get("therapist", "sessions/" + appointment + "/note");
    }

    /** What the note's field says on the server: subjective, objective, assessment or plan. */
    String text(String appointment, String field) {
        return note(appointment).get("text").get(field).asString();
    }

    /** A time that is free within these days (2027-02-01), as the desk would book it for the client. */
    Map<String, String> free(String client, String from, String to) {
        for (var service : get("desk", "services").get("items")) {
            var code = service.get("code").asString();
            var slots = get("desk", "availability?service=" + code + "&from=" + from + "&to=" + to)
                    .get("slots");
            if (!slots.isEmpty()) {
                var first = slots.get(0);
                return Map.of(
                        "client",
                        client(client),
                        "service",
                        code,
                        "practitioner",
                        first.get("practitioner").get("id").asString(),
                        "start",
                        first.get("start").asString());
            }
        }
        throw new IllegalStateException("nothing is free");
    }

    /** Books, and gives the status of the answer whatever it is. */
    int book(Map<String, String> wanted) {
        return answer("desk", "POST", "appointments", wanted).statusCode();
    }

    private JsonNode get(String role, String path) {
        return send(role, "GET", path, null);
    }

    private JsonNode send(String role, String method, String path, @Nullable Object body) {
        var answer = answer(role, method, path, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private HttpResponse<String> answer(String role, String method, String path, @Nullable Object body) {
        var credentials = role + "@demo.test:" + Person.PASSWORD;
        var request = HttpRequest.newBuilder(URI.create(base + "/api/v1/" + path))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

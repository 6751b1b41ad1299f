package app.afterwell.webui.messages;

import app.afterwell.intake.Way;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Text messages by a provider that takes an HTTP POST; the same message carries the same Idempotency-Key. */
@Component
class SmsChannel implements Channel {

    private final MessageProperties properties;
    private final RestClient http;

    SmsChannel(MessageProperties properties) {
        this.properties = properties;
        var sms = properties.sms();
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(sms.timeout()).build());
        factory.setReadTimeout(sms.timeout());
        http = RestClient.builder().requestFactory(factory).build();
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public Optional<String> hindrance() {
        if (properties.demo()) {
            return Optional.of("demo");
        }
        return properties.sms().url().isBlank() ? Optional.of("no-sms-provider") : Optional.empty();
    }

    @Override
    public void send(Letter letter) throws NotTakenException {
        var sms = properties.sms();
        var fields = new LinkedHashMap<String, String>(sms.fixed());
        fields.put(sms.to(), letter.to());
        fields.put(sms.text(), letter.text());
        var request =
                http.post().uri(sms.url()).header("Idempotency-Key", letter.id().toString());
        if (sms.authorization() != null) {
            request.header(HttpHeaders.AUTHORIZATION, sms.authorization());
        }
        if (sms.form()) {
            var form = new LinkedMultiValueMap<String, String>();
            fields.forEach(form::add);
            request.contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form);
        } else {
            request.contentType(MediaType.APPLICATION_JSON).body(fields);
        }
        try {
            request.retrieve().toBodilessEntity();
        } catch (RestClientResponseException e) {
            throw isForGood(e.getStatusCode())
                    ? NotTakenException.refused(e.getMessage(), e)
                    : NotTakenException.later("unreachable", e.getMessage(), e);
        } catch (RestClientException e) {
            throw NotTakenException.later("unreachable", e.getMessage(), e);
        }
    }

    /** A wrong number is; a wrong key or too many at once is the clinic's trouble with its provider. */
    private static boolean isForGood(HttpStatusCode status) {
        return status.is4xxClientError()
                && !status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)
                && !status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)
                && !status.isSameCodeAs(HttpStatus.UNAUTHORIZED)
                && !status.isSameCodeAs(HttpStatus.FORBIDDEN)
                && !status.isSameCodeAs(HttpStatus.PAYMENT_REQUIRED);
    }
}

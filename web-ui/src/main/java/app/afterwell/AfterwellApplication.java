package app.afterwell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The one application: every pillar, its views and its HTTP API in one process. */
@SpringBootApplication
@Modulithic(systemName = "Afterwell", sharedModules = "domain")
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("css/tokens.css")
@StyleSheet("css/icons.css")
@StyleSheet("css/app.css")
@StyleSheet("css/desk.css")
@StyleSheet("css/lock.css")
@StyleSheet("css/therapist.css")
@StyleSheet("css/portal.css")
@StyleSheet("css/admin.css")
@StyleSheet("css/protocol.css")
public class AfterwellApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(AfterwellApplication.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icons/mark.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
    }

    /** The one source of the current time; tests replace it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

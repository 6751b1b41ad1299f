package app.afterwell.webui.lock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lock stands in the security chain of the pages, and nowhere else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScreenLockSettings.class)
class ScreenLockConfig {

    @Bean
    FilterRegistrationBean<ScreenLockFilter> lockNotForEverything(ScreenLockFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}

package app.afterwell.webui.lock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.util.HttpSessionMutexListener;

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

    /** One lock for each session, whichever object stands for the session in a request. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionMutexListener> oneMutexPerSession() {
        return new ServletListenerRegistrationBean<>(new HttpSessionMutexListener());
    }
}

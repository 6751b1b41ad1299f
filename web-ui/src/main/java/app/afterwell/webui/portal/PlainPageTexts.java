package app.afterwell.webui.portal;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Lets the plain pages use the same texts, by the same keys, as the others. */
@Configuration(proxyBeanMethods = false)
class PlainPageTexts {

    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("vaadin-i18n.translations");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}

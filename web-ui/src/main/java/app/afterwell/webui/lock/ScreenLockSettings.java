package app.afterwell.webui.lock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the screens of staff lock.
 *
 * @param after how long of no use; zero for never. A screen may choose less for itself, never more
 */
@ConfigurationProperties("afterwell.screen-lock")
record ScreenLockSettings(@DefaultValue("10m") Duration after) {

    boolean locks() {
        return after.isPositive();
    }
}

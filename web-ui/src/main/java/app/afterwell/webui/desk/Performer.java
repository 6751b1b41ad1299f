package app.afterwell.webui.desk;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does something to the day, says what was done or why not, and shows how it stands now. */
interface Performer {

    /**
     * @param force what to do if it is refused but staff want it nevertheless; null if that cannot be
     * @return whether it was done
     */
    boolean perform(Supplier<Change> deed, @Nullable Runnable force);

    default boolean perform(Supplier<Change> deed) {
        return perform(deed, null);
    }
}

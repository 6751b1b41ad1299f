package app.afterwell.domain;

import java.util.Optional;

/** Who is signed in on this thread; web-ui implements it. Listeners and jobs run as nobody. */
public interface CurrentActor {

    Optional<Actor> find();

    /**
     * The signed-in actor.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    default Actor require() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}

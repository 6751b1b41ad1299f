package app.afterwell.webui.security;

import app.afterwell.domain.Actor;
import app.afterwell.domain.Role;

/** The page on which each role begins. */
public final class Homes {

    private Homes() {}

    /** The path of the actor's own home, without a leading slash; the role that works at a screen all day comes first. */
    public static String of(Actor actor) {
        if (actor.has(Role.THERAPIST)) {
            return "day";
        }
        if (actor.has(Role.DESK)) {
            return "desk";
        }
        return actor.has(Role.OWNER) ? "admin/reports" : "portal";
    }
}

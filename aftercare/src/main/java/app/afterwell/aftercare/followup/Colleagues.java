package app.afterwell.aftercare.followup;

import java.util.List;

/** Who is there to take a task on: desk and therapists who may sign in. The roof knows the accounts and implements it. */
public interface Colleagues {

    /** By name. */
    List<Colleague> all();
}

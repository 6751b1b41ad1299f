package app.afterwell.webui.api;

import app.afterwell.booking.Directory;
import app.afterwell.domain.CurrentActor;
import app.afterwell.domain.NotFoundException;
import app.afterwell.domain.PractitionerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, for a therapist. */
@RestController
@Tag(name = "Directory")
class MeController {

    private final Directory directory;
    private final CurrentActor currentActor;

    MeController(Directory directory, CurrentActor currentActor) {
        this.directory = directory;
        this.currentActor = currentActor;
    }

    @Operation(summary = "The practitioner who is signed in")
    @GetMapping("/api/v1/practitioners/me")
    PractitionerJson me() {
        return currentActor
                .require()
                .practitioner()
                .map(directory::practitioner)
                .map(practitioner -> new PractitionerJson(practitioner.id(), practitioner.name()))
                .orElseThrow(() -> new NotFoundException("a practitioner of this account"));
    }

    record PractitionerJson(PractitionerId id, String name) {}
}

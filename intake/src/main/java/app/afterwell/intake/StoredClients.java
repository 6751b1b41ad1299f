package app.afterwell.intake;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The clients as they are kept. */
interface StoredClients extends Repository<Client, UUID> {

    Client saveAndFlush(Client client);

    Optional<Client> findById(UUID id);
}

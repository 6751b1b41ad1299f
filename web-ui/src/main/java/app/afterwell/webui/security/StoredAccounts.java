package app.afterwell.webui.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts as they are kept. */
interface StoredAccounts extends Repository<Account, UUID> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    @Query("select count(a) > 0 from Account a")
    boolean existsBy();

    boolean existsByEmail(String email);

    @Query("select count(a) from Account a join a.roles r where r = app.afterwell.domain.Role.OWNER and a.enabled")
    long countEnabledOwners();
}

package org.recourse.escalation.opening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.recourse.customer.Customers;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Of several requests that open the case of one unknown person at the same moment, one makes the customer and the case:
 * the database decides, for who only looks before sees nobody yet.
 */
@Repository
public class OpeningClaims {

    /** So long the same request is taken for the same contact, such as a form that was sent twice. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(10);

    private static final List<String> OPENING =
            List.of(Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.INTEGRATION, Roles.ADMINISTRATOR);

    private final JdbcClient jdbc;
    private final Customers customers;
    private final CurrentUser user;
    private final Clock clock;

    OpeningClaims(JdbcClient jdbc, Customers customers, CurrentUser user, Clock clock) {
        this.user = user;
        this.jdbc = jdbc;
        this.customers = customers;
        this.clock = clock;
    }

    /** The case of the same newcomer and matter that was opened at this moment; only who may open cases is told of it. */
    public Optional<CaseNumber> sameMoment(WhichCustomer who, String title) {
        if (OPENING.stream().noneMatch(user::hasRole)) {
            return Optional.empty();
        }
        return jdbc.sql("select case_number from opening_claim where claim = ? and title = ? and claimed_at > ?")
                .params(claim(who), title, since())
                .query(String.class)
                .optional()
                .map(CaseNumber::of);
    }

    /** @throws DuplicateKeyException when somebody else has just opened a case of the same newcomer */
    void take(WhichCustomer who, String title, CaseNumber caseNumber) {
        String claim = claim(who);
        jdbc.sql("delete from opening_claim where claim = ? and claimed_at <= ?")
                .params(claim, since())
                .update();
        jdbc.sql("insert into opening_claim (claim, title, case_number, claimed_at) values (?, ?, ?, ?)")
                .params(claim, title, caseNumber.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime since() {
        return clock.instant().minus(SAME_MOMENT).atOffset(ZoneOffset.UTC);
    }

    private String claim(WhichCustomer who) {
        try {
            byte[] person =
                    customers.sameness(who.number(), who.phone(), who.email()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(person));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

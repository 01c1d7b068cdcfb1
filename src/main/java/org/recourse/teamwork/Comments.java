package org.recourse.teamwork;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recourse.form.CardNumbers;
import org.recourse.form.GivenText;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.record.Notices;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comments on cases. Whoever is named in one with {@code @id} is told. */
@Service
public class Comments {

    private static final int LONGEST = 4_000;
    private static final Pattern MENTION = Pattern.compile("(?<![\\w.])@([\\w.-]*\\w)");

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final People people;
    private final Notices notices;
    private final Clock clock;

    Comments(JdbcClient jdbc, CurrentUser user, People people, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    /** @throws RefusedInput naming {@code text} when it is empty, too long or names somebody who does not exist */
    @Transactional
    public Comment add(CaseNumber caseNumber, @Nullable String written) {
        if (written == null || written.isBlank()) {
            throw new RefusedInput("text", Sentence.of("comment.missing"));
        }
        if (written.length() > LONGEST) {
            throw new RefusedInput("text", Sentence.of("comment.too-long", written.length(), LONGEST));
        }
        String text = CardNumbers.hide(GivenText.read("text", written.strip()));
        Set<String> named = named(text);
        Comment comment = new Comment(clock.instant(), user.id(), text, List.copyOf(named));
        jdbc.sql("insert into case_comment (case_number, who, at, text, mentions) values (?, ?, ?, ?, ?)")
                .params(caseNumber, comment.who(), comment.at(), text, String.join(",", named))
                .update();
        notices.tell(
                Step.byRoute(caseNumber, "comments"),
                "mention",
                Sentence.of("comment.names-you", new Person(user.id()), caseNumber, text),
                List.copyOf(named));
        return comment;
    }

    private Set<String> named(String text) {
        Set<String> named = new LinkedHashSet<>();
        Matcher mentions = MENTION.matcher(text);
        while (mentions.find()) {
            String id = mentions.group(1);
            if (!people.exists(PersonId.of(id))) {
                throw new RefusedInput("text", Sentence.of("comment.names-nobody", id));
            }
            named.add(id);
        }
        return named;
    }

    /** The oldest first. */
    public List<Comment> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from case_comment where case_number = ? order by id")
                .param(caseNumber)
                .query(Comment.class)
                .list();
    }
}

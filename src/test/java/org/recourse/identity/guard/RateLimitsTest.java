package org.recourse.identity.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.identity.login.ProblemResponses;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitsTest {

    private final Speech speech = new Speech(Written::new, ZoneOffset.UTC, new SimpleMeterRegistry());
    private final RateLimits limits = new RateLimits(new ProblemResponses(new ObjectMapper(), speech));

    @ParameterizedTest
    @CsvSource({
        "POST, /api/imports, 10",
        "POST, /api/customers/import, 10",
        "GET, /api/cases/R-EU-2026-000001, 50",
        "GET, /rate/token, 100",
        "POST, /callback/token, 100",
        "POST, /camunda/api/admin/auth/user/default/login/tasklist, 100"
    })
    void what_people_need_goes_through_and_a_flood_is_answered_with_when_to_come_back(
            String method, String path, int needed) throws Exception {
        var answers = new ArrayList<MockHttpServletResponse>();
        for (int i = 0; i < 2000; i++) {
            answers.add(answer(method, path, "agent1"));
        }

        assertThat(statuses(answers.subList(0, needed))).containsOnly(200);
        assertThat(statuses(answers)).contains(429);
        assertThat(answers)
                .filteredOn(answer -> answer.getStatus() == 429)
                .allSatisfy(
                        answer -> assertThat(answer.getHeader("Retry-After")).matches("[1-9][0-9]*"));
        assertThat(answer(method, path, "agent2").getStatus()).isEqualTo(200);
    }

    @Test
    void looking_at_imports_is_no_import() throws Exception {
        var answers = new ArrayList<MockHttpServletResponse>();
        for (int i = 0; i < 50; i++) {
            answers.add(answer("GET", "/api/imports", "supervisor1"));
        }

        assertThat(statuses(answers)).containsOnly(200);
    }

    private static List<Integer> statuses(List<MockHttpServletResponse> answers) {
        return answers.stream().map(MockHttpServletResponse::getStatus).toList();
    }

    private MockHttpServletResponse answer(String method, String path, String user) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteUser(user);
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response;
    }
}

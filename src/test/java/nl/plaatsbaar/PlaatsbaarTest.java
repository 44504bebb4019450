package nl.plaatsbaar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole program on a free port, with the demo board. All these tests share one program; each class begins with a fresh
 * database that holds the demo as it is at the start. Inject {@link Site} to visit it as a person would, and the program's own
 * beans to look behind it. To reach rows directly, bind the board ({@code Tenancy}), or take {@link TestDatabase#owner()}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"plaatsbaar.demo=true",
	"spring.datasource.url=test"})
@Import({TestDatabase.Wiring.class, Site.class})
@TestExecutionListeners(listeners = TestDatabase.FreshForEachClass.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface PlaatsbaarTest {
}

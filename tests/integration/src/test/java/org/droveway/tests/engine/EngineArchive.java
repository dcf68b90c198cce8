package org.droveway.tests.engine;

import java.io.File;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it is delivered. */
final class EngineArchive {
    private EngineArchive() {}

    static EnterpriseArchive delivered() {
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("droveway.ear")));
    }

    /** With classes that answer from inside, to tests that ask from outside. */
    static EnterpriseArchive alsoServing(Class<?>... classes) {
        EnterpriseArchive ear = delivered();
        WebArchive war = ear.getAsType(WebArchive.class, "engine.war").addClasses(classes);
        ear.delete("engine.war");
        return ear.addAsModule(war);
    }

    /** With test classes in its web application. */
    static EnterpriseArchive with(Class<?>... tests) {
        EnterpriseArchive ear = delivered();
        WebArchive war = ear.getAsType(WebArchive.class, "engine.war").addClasses(tests);
        ear.delete("engine.war");
        return ear.addAsModule(Testable.archiveToTest(war));
    }
}

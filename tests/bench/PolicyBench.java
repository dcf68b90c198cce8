import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.droveway.engine.inventory.MemoryCompression;
import org.droveway.engine.inventory.PolicyScope;
import org.droveway.engine.inventory.PolicyStatement;
import org.droveway.engine.inventory.StatedPolicy;
import org.droveway.engine.inventory.Transport;
import org.droveway.engine.policy.EffectivePolicy;
import org.droveway.engine.policy.ScopedStatement;
import org.droveway.protocol.Convergence;
import org.droveway.protocol.Security;

/** Resolves effective policies of all four scopes, thousands of different ones in turn, on one thread; prints how many a second. */
final class PolicyBench {
    private static final int DIFFERENT = 4096;
    private static final Random RANDOM = new Random(7);

    private PolicyBench() {}

    public static void main(String[] arguments) {
        double seconds = Double.parseDouble(arguments[0]);
        List<List<ScopedStatement>> all = new ArrayList<>();
        for (int i = 0; i < DIFFERENT; i++) {
            all.add(scopes());
        }
        run(all, seconds / 2);
        System.out.println(run(all, seconds));
    }

    private static double run(List<List<ScopedStatement>> all, double seconds) {
        long began = cpuNanoseconds();
        long resolved = 0;
        long sum = 0;
        while (cpuNanoseconds() - began < seconds * 1e9) {
            for (List<ScopedStatement> scopes : all) {
                EffectivePolicy policy = EffectivePolicy.of(scopes);
                Long bandwidth = policy.bandwidth().inForce();
                sum += policy.type().ordinal() + (policy.transports().value() == null ? 1 : 0) + (bandwidth == null ? 0 : bandwidth);
            }
            resolved += all.size();
        }
        if (sum == 0) {
            throw new AssertionError("nothing was resolved");
        }
        return resolved * 1e9 / (cpuNanoseconds() - began);
    }

    /** Of the whole process, compiler and garbage collection included: what others do on the core does not count. */
    private static long cpuNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static List<ScopedStatement> scopes() {
        StatedPolicy vm = new StatedPolicy(statement(), 1, "bench", "a reason", RANDOM.nextBoolean());
        return List.of(
                ScopedStatement.administered(PolicyScope.DATA_CENTER, "dc", statement()),
                ScopedStatement.administered(PolicyScope.CLUSTER, "cluster", statement()),
                ScopedStatement.ofVm("vm", vm),
                ScopedStatement.ofRequest(statement(), RANDOM.nextBoolean(), "a reason"));
    }

    /** Says something about each field in half of all cases. */
    private static PolicyStatement statement() {
        return new PolicyStatement(
                RANDOM.nextBoolean() ? null : RANDOM.nextBoolean() ? Security.SECURE : Security.INSECURE,
                RANDOM.nextBoolean() ? null : 1L + RANDOM.nextInt(1000),
                RANDOM.nextBoolean() ? null : 1 + RANDOM.nextInt(8),
                RANDOM.nextBoolean() ? null : 1 + RANDOM.nextInt(1000),
                RANDOM.nextBoolean() ? null : RANDOM.nextBoolean(),
                RANDOM.nextBoolean() ? null : RANDOM.nextBoolean(),
                RANDOM.nextBoolean() ? null : RANDOM.nextBoolean(),
                RANDOM.nextBoolean() ? null : Set.of(Transport.values()[RANDOM.nextInt(2)]),
                RANDOM.nextBoolean() ? null : Convergence.values()[RANDOM.nextInt(4)],
                RANDOM.nextBoolean() ? null : MemoryCompression.values()[RANDOM.nextInt(4)]);
    }
}

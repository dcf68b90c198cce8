import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.droveway.agent.config.PortPool;
import org.droveway.agent.firewall.KernelFirewall;
import org.droveway.agent.firewall.Nftables;
import org.droveway.agent.firewall.Pinhole;
import org.droveway.protocol.host.HostMode;

/** Opens and shuts pinholes the way the agent does, in this process's network namespace; prints milliseconds per pair. */
final class PinholeBench {
    private static final Duration HELD = Duration.ofSeconds(30);
    private static final int WARM_UP = 300;

    private PinholeBench() {}

    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[0]);
        InetAddress source = InetAddress.getByAddress(new byte[] {10, 62, 0, 11});
        InetAddress destination = InetAddress.getByAddress(new byte[] {10, 62, 0, 12});
        Pinhole pinhole = new Pinhole(source, destination, 61000);
        try (Nftables nftables = new Nftables()) {
            KernelFirewall firewall =
                    new KernelFirewall(nftables, PortPool.parse("61000-61049"), Clock.systemUTC());
            firewall.apply(HostMode.ENFORCE);
            run(firewall, pinhole, WARM_UP);
            long began = System.nanoTime();
            run(firewall, pinhole, pairs);
            System.out.println((System.nanoTime() - began) / 1e6 / pairs);
        }
    }

    private static void run(KernelFirewall firewall, Pinhole pinhole, int pairs) {
        for (int pair = 0; pair < pairs; pair++) {
            firewall.open(pinhole, HELD);
            firewall.shut(pinhole);
        }
    }
}

package org.droveway.agent.libvirt;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.event.DomainEvent;
import org.libvirt.event.DomainEventDetail;
import org.libvirt.event.DomainEventType;
import org.libvirt.event.LifecycleListener;
import org.libvirt.event.ResumedDetail;
import org.libvirt.event.StartedDetail;
import org.libvirt.event.StoppedDetail;
import org.libvirt.event.SuspendedDetail;

/** Hands libvirt's lifecycle events on, with the time they were heard. */
final class Lifecycles implements LifecycleListener {
    private static final System.Logger LOG = System.getLogger(Lifecycles.class.getName());

    private final Clock clock;
    private final List<Consumer<LifecycleEvent>> listeners = new CopyOnWriteArrayList<>();

    Lifecycles(Clock clock) {
        this.clock = clock;
    }

    void attach(Connect connect) {
        try {
            connect.addLifecycleListener(this);
        } catch (LibvirtException e) {
            LOG.log(System.Logger.Level.WARNING, "libvirt gives no lifecycle events: " + e.getMessage());
        }
    }

    Hypervisor.Subscription listen(Consumer<LifecycleEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public int onLifecycleChange(Domain domain, DomainEvent event) {
        try {
            LifecycleEvent heard = new LifecycleEvent(
                    UUID.fromString(domain.getUUIDString()),
                    kind(event.getType()),
                    byMigration(event),
                    clock.instant());
            listeners.forEach(listener -> listener.accept(heard));
        } catch (LibvirtException e) {
            LOG.log(System.Logger.Level.WARNING, "event " + event + " of an unknown domain: " + e.getMessage());
        }
        return 0;
    }

    private static LifecycleEvent.Kind kind(DomainEventType type) {
        return switch (type) {
            case DEFINED -> LifecycleEvent.Kind.DEFINED;
            case UNDEFINED -> LifecycleEvent.Kind.UNDEFINED;
            case STARTED -> LifecycleEvent.Kind.STARTED;
            case SUSPENDED -> LifecycleEvent.Kind.SUSPENDED;
            case RESUMED -> LifecycleEvent.Kind.RESUMED;
            case STOPPED -> LifecycleEvent.Kind.STOPPED;
            default -> LifecycleEvent.Kind.OTHER;
        };
    }

    private static boolean byMigration(DomainEvent event) {
        return switch (event.getType()) {
            case STARTED -> is(event, StartedDetail.MIGRATED);
            // Post-copy is unknown to libvirt-java 0.5.4, and the only thing that is.
            case SUSPENDED -> is(event, SuspendedDetail.MIGRATED) || is(event, SuspendedDetail.UNKNOWN);
            case RESUMED -> is(event, ResumedDetail.MIGRATED) || is(event, ResumedDetail.UNKNOWN);
            case STOPPED -> is(event, StoppedDetail.MIGRATED);
            default -> false;
        };
    }

    private static <T extends Enum<T> & DomainEventDetail> boolean is(DomainEvent event, T wanted) {
        T detail = event.getDetail();
        return detail == wanted;
    }
}

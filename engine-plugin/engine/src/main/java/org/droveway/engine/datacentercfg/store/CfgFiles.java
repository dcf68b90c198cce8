package org.droveway.engine.datacentercfg.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.droveway.engine.datacentercfg.DatacenterCfg;
import org.droveway.engine.inventory.DataCenter;
import org.droveway.engine.inventory.ObjectChanged.Kind;
import org.droveway.engine.inventory.store.DataCenters;
import org.droveway.engine.inventory.store.ObjectRemoving;
import org.droveway.engine.inventory.store.StaleVersionException;
import org.jspecify.annotations.Nullable;

/**
 * The datacenter.cfg of each data center. What is stored is the file as it was imported; what the data center says of the
 * migration policy is said in one place only, its own row, and put into the file when it is read.
 */
@ApplicationScoped
@Transactional
public class CfgFiles {
    @PersistenceContext
    EntityManager entities;

    @Inject
    DataCenters dataCenters;

    /** The file as it is now; one that never was imported has nothing but the policy. */
    public DatacenterCfg get(String dataCenter) {
        return file(dataCenters.lock(dataCenter));
    }

    /**
     * Puts another file in place of the one that is there, and the policy that it says into force.
     *
     * @param digest of the file that the caller saw; null: whatever is there
     * @throws StaleVersionException if there is another by now
     */
    public void replace(String dataCenter, DatacenterCfg file, @Nullable String digest) {
        DataCenter row = dataCenters.lock(dataCenter);
        String current = file(row).digest();
        if (digest != null && !digest.equals(current)) {
            throw new StaleVersionException("datacenter.cfg of data center " + dataCenter, digest, current);
        }
        store(dataCenter, file);
        if (!Objects.equals(row.migration(), file.policy())) {
            dataCenters.setPolicy(dataCenter, file.policy(), null);
        }
    }

    /** The file goes with its data center. */
    void removing(@Observes ObjectRemoving object) {
        CfgEntity stored = object.is(Kind.DATACENTER) ? entities.find(CfgEntity.class, object.name()) : null;
        if (stored != null) {
            entities.remove(stored);
        }
    }

    private DatacenterCfg file(DataCenter row) {
        CfgEntity stored = entities.find(CfgEntity.class, row.name());
        DatacenterCfg file = stored == null ? DatacenterCfg.EMPTY : DatacenterCfg.parse(stored.content);
        return file.with(row.migration());
    }

    private void store(String dataCenter, DatacenterCfg file) {
        CfgEntity stored = entities.find(CfgEntity.class, dataCenter);
        if (stored == null) {
            stored = new CfgEntity();
            stored.dataCenter = dataCenter;
            stored.content = file.bytes();
            entities.persist(stored);
        } else {
            stored.content = file.bytes();
        }
    }
}

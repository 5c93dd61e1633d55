package io.tocsin.alerts.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A desk's ledger in memory, for simulations and tests. Mutable; not safe for use by several threads. */
public final class MemoryLedger implements AlertDesk.Ledger {
    private final Map<String, AlertState> states = new TreeMap<>();
    private final Map<String, Incident> incidents = new TreeMap<>();
    private Spending spending = Spending.NONE;

    @Override
    public AlertState get(String cell) {
        return states.getOrDefault(cell, new AlertState.Idle());
    }

    @Override
    public void put(String cell, AlertState state) {
        states.put(cell, state);
    }

    @Override
    public void remove(String cell) {
        states.remove(cell);
    }

    @Override
    public List<String> cells() {
        return List.copyOf(states.keySet());
    }

    @Override
    public Spending spending() {
        return spending;
    }

    @Override
    public void put(Spending spent) {
        spending = spent;
    }

    @Override
    public List<Incident> incidents() {
        return List.copyOf(incidents.values());
    }

    @Override
    public void put(Incident incident) {
        incidents.put(incident.id(), incident);
    }

    @Override
    public void removeIncident(String id) {
        incidents.remove(id);
    }
}

package io.tocsin.bench.simulate;

import io.tocsin.alerts.lifecycle.AlertDesk;
import io.tocsin.alerts.lifecycle.AlertState;
import io.tocsin.alerts.lifecycle.Incident;
import io.tocsin.alerts.lifecycle.Spending;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger of the alert desk in memory. */
final class Memory implements AlertDesk.Ledger {
    private final Map<String, AlertState> states = new HashMap<>();
    private final Map<String, Incident> incidents = new HashMap<>();
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

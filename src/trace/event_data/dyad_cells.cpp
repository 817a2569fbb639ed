#include "trace/event_data/dyad_cells.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <limits>

namespace tarazy {

std::uint32_t EventLogs::new_chunk(std::uint32_t next) {
    std::uint32_t link = free_;
    if (link != 0) {
        free_ = chunk(link).next;
    } else {
        if (made_ == std::numeric_limits<std::uint32_t>::max() - 1) throw LimitError("too many distinct events");
        if (made_ % chunks_a_slab == 0) slabs_.push_back(std::make_unique_for_overwrite<Chunk[]>(chunks_a_slab));
        link = ++made_;
    }
    chunk(link).next = next;
    return link;
}

void EventLogs::distinct(const DyadCell& cell, std::vector<std::uint32_t>& entries) const {
    entries.clear();
    std::uint32_t in_chunk = cell.logged == 0 ? 0 : (cell.logged - 1) % chunk_entries + 1;
    for (std::uint32_t link = cell.log; link != 0; link = chunk(link).next) {
        const auto& from = chunk(link).entries;
        entries.insert(entries.end(), from.begin(), from.begin() + in_chunk);
        in_chunk = chunk_entries;
    }
    std::ranges::sort(entries);
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
}

void EventLogs::make_room(DyadCell& cell) {
    constexpr std::uint32_t first_room = 4 * chunk_entries;
    distinct(cell, scratch_);
    while (cell.log != 0) {
        const std::uint32_t link = cell.log;
        cell.log = chunk(link).next;
        chunk(link).next = free_;
        free_ = link;
    }
    cell.logged = 0;
    cell.compact_at = std::max(first_room, 2 * static_cast<std::uint32_t>(scratch_.size()));
    for (const std::uint32_t entry : scratch_) {
        const std::uint32_t place = cell.logged++ % chunk_entries;
        if (place == 0) cell.log = new_chunk(cell.log);
        chunk(cell.log).entries[place] = entry;
    }
}

void DyadCells::settle() {
    const std::span<HeldEvent> events(held_.data(), holding_);
    holding_ = 0;
    for (const HeldEvent& event : events) {
        const std::uint32_t place = slots_[event.hash & (slots_.size() - 1)];
        if (place != 0) __builtin_prefetch(&cells_[place - 1], 1);
    }
    for (HeldEvent& event : events) {
        event.hash = cell_of(event);
        logs_.await(cells_[event.hash]);
    }
    for (const HeldEvent& event : events) {
        DyadCell& cell = cells_[event.hash];
        const CountedKind& counted = counted_[event.kind];
        ++cell.n;
        if (counted.quad < cell.quads.size()) ++cell.quads[counted.quad];
        cell.with_goldstein += counted.has_goldstein;
        cell.goldstein += counted.goldstein;
        logs_.add(cell, event.day, event.kind);
    }
}

std::size_t DyadCells::cell_of(const HeldEvent& event) {
    for (std::size_t slot = event.hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
        if (slots_[slot] == 0) return add_cell(event);
        const DyadCell& found = cells_[slots_[slot] - 1];
        if (found.source == event.source && found.target == event.target && found.period == event.period)
            return slots_[slot] - 1;
    }
}

std::size_t DyadCells::add_cell(const HeldEvent& event) {
    if (cells_.size() >= std::numeric_limits<std::uint32_t>::max() / 4)
        throw LimitError("more than a billion dyad-periods; take longer periods or --since and --until");
    DyadCell fresh;
    fresh.source = event.source;
    fresh.target = event.target;
    fresh.period = event.period;
    cells_.push_back(fresh);
    const bool grows = 2 * cells_.size() > slots_.size();
    if (grows) slots_.assign(2 * slots_.size(), 0);
    for (std::size_t each = grows ? 0 : cells_.size() - 1; each < cells_.size(); ++each) {
        const DyadCell& placed = cells_[each];
        std::size_t slot = hash_of(placed.source, placed.target, placed.period) & (slots_.size() - 1);
        while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = static_cast<std::uint32_t>(each + 1);
    }
    return cells_.size() - 1;
}

void DyadCells::add_kind(EventKind kind) {
    if (kinds_.size() >= EventLogs::most_kinds)
        throw LimitError("more than " + std::to_string(EventLogs::most_kinds) +
                         " different pairs of event code and value; are the right columns read?");
    counted_.push_back({kind.goldstein.value_or(0), kind.goldstein ? 1U : 0U,
                        kind.quad ? static_cast<std::uint32_t>(*kind.quad) : 4U});
    kinds_.push_back(std::move(kind));
}

}  // namespace tarazy

#pragma once

#include "trace/event_data/event_layout.hpp"
#include "trace/event_data/interned_texts.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tarazy {

/// Sums of one directed dyad in one period, as one thread has counted them.
struct DyadCell {
    std::uint32_t source = 0, target = 0;  ///< numbers of actors
    std::int32_t period = 0;
    std::uint32_t n = 0;
    std::array<std::uint32_t, 4> quads{};  ///< by `Quad`
    std::uint32_t with_goldstein = 0;      ///< events that have a Goldstein value
    std::uint32_t log = 0;                 ///< first chunk of its log, plus 1
    std::uint32_t logged = 0;              ///< entries in the log
    std::uint32_t compact_at = 0;
    std::int64_t goldstein = 0;  ///< sum, in `goldstein_unit`
};

/// Which distinct events a cell holds: a log of (day within the period, kind), 4 bytes an entry, freed of repetitions
/// whenever it has doubled, so that it stays within twice the distinct entries. Chunks of 15 entries are shared by all
/// cells.
class EventLogs {
public:
    static constexpr std::uint32_t most_kinds = 1U << 23U;
    static constexpr std::uint32_t most_days = 1U << 9U;  ///< a year has 366

    void add(DyadCell& cell, std::uint32_t day, std::uint32_t kind) {
        if (cell.logged == cell.compact_at) make_room(cell);
        const std::uint32_t place = cell.logged++ % chunk_entries;
        if (place == 0) cell.log = new_chunk(cell.log);
        chunk(cell.log).entries[place] = day << 23U | kind;
    }
    /// Tells the processor that the cell's log will be written to.
    void await(const DyadCell& cell) const {
        if (cell.log != 0) __builtin_prefetch(&chunk(cell.log), 1);
    }
    /// The distinct entries of a cell, ascending. The log keeps them.
    void distinct(const DyadCell& cell, std::vector<std::uint32_t>& entries) const;

    [[nodiscard]] static std::uint32_t kind_of(std::uint32_t entry) noexcept { return entry & (most_kinds - 1); }
    [[nodiscard]] static std::uint32_t with_kind(std::uint32_t entry, std::uint32_t kind) noexcept {
        return (entry & ~(most_kinds - 1)) | kind;
    }

private:
    static constexpr std::uint32_t chunk_entries = 15;
    static constexpr std::uint32_t chunks_a_slab = 1024;
    struct Chunk {
        std::array<std::uint32_t, chunk_entries> entries;
        std::uint32_t next = 0;  ///< plus 1
    };

    [[nodiscard]] Chunk& chunk(std::uint32_t link) {
        return slabs_[(link - 1) / chunks_a_slab][(link - 1) % chunks_a_slab];
    }
    [[nodiscard]] const Chunk& chunk(std::uint32_t link) const {
        return slabs_[(link - 1) / chunks_a_slab][(link - 1) % chunks_a_slab];
    }
    std::uint32_t new_chunk(std::uint32_t next);
    void make_room(DyadCell& cell);

    std::vector<std::unique_ptr<Chunk[]>> slabs_;
    std::uint32_t made_ = 0, free_ = 0;  ///< chunks made; first of the free ones, plus 1
    std::vector<std::uint32_t> scratch_;
};

/// What one thread has counted. Memory by actors, kinds of event and cells, and 4 to 8 bytes for each distinct event.
class DyadCells {
public:
    DyadCells() : slots_(1024, 0) {}

    [[nodiscard]] std::uint32_t actor(std::string_view name) { return actors_.number_of(name); }

    /// The number of what happened, by the cells that say so; `read` makes it out when it is new.
    template <typename Read>
    [[nodiscard]] std::uint32_t kind(std::string_view cells, Read read) {
        const std::uint32_t number = kind_texts_.number_of(cells);
        if (number == kinds_.size()) add_kind(read());
        return number;
    }
    [[nodiscard]] const EventKind& kind(std::uint32_t number) const { return kinds_[number]; }

    /// Counts an event, at the latest when `settle` is called: cells lie all over the memory, so that some events are
    /// held until theirs have arrived.
    void count(std::uint32_t source, std::uint32_t target, std::int32_t period, std::uint32_t day, std::uint32_t kind) {
        const std::uint64_t hash = hash_of(source, target, period);
        __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
        held_[holding_++] = {source, target, period, day, kind, hash};
        if (holding_ == held_.size()) settle();
    }
    void settle();

    /// @pre settled
    [[nodiscard]] std::span<const DyadCell> cells() const noexcept { return cells_; }
    [[nodiscard]] const InternedTexts& actors() const noexcept { return actors_; }
    [[nodiscard]] std::span<const EventKind> kinds() const noexcept { return kinds_; }
    [[nodiscard]] const EventLogs& logs() const noexcept { return logs_; }

private:
    struct CountedKind {
        std::int64_t goldstein;
        std::uint32_t has_goldstein, quad;
    };
    [[nodiscard]] static std::uint64_t hash_of(std::uint32_t source, std::uint32_t target,
                                               std::int32_t period) noexcept {
        std::uint64_t hash = (std::uint64_t{source} << 32U | target) * 0x9E37'79B9'7F4A'7C15U;
        hash = (hash ^ (hash >> 29U) ^ static_cast<std::uint32_t>(period)) * 0xBF58'476D'1CE4'E5B9U;
        return hash ^ (hash >> 32U);
    }
    struct HeldEvent {
        std::uint32_t source, target;
        std::int32_t period;
        std::uint32_t day, kind;
        std::uint64_t hash;  ///< then the place of its cell
    };
    [[nodiscard]] std::size_t cell_of(const HeldEvent& event);
    [[nodiscard]] std::size_t add_cell(const HeldEvent& event);
    void add_kind(EventKind kind);

    InternedTexts actors_, kind_texts_;
    std::vector<EventKind> kinds_;
    std::vector<CountedKind> counted_;
    std::vector<std::uint32_t> slots_;  ///< place of a cell plus 1; at most half full
    std::vector<DyadCell> cells_;
    EventLogs logs_;
    std::array<HeldEvent, 32> held_{};
    std::size_t holding_ = 0;
};

}  // namespace tarazy

#include "trace/event_data/event_sums.hpp"

#include "base/number_text.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <thread>
#include <tuple>

namespace tarazy {
namespace {

using Readers = std::vector<std::unique_ptr<EventRowReader>>;

/// A cell of one reader, with the actors' places among all.
struct PlacedCell {
    std::uint32_t source, target;
    std::int32_t period;
    std::uint32_t reader, cell;
    [[nodiscard]] auto key() const { return std::tie(source, target, period); }
};

/// Numbers of actors and kinds of each reader in the order of all.
struct Renumbering {
    std::vector<std::string> actors;
    std::vector<std::vector<std::uint32_t>> actor_place;
    std::vector<const EventKind*> kinds;
    std::vector<std::vector<std::uint32_t>> kind_place;
};

Renumbering renumbered(const Readers& readers) {
    Renumbering result;
    std::map<std::string_view, std::uint32_t> actors;
    const auto kind_order = [](const EventKind* a, const EventKind* b) {
        return std::tie(a->text, a->goldstein, a->quad) < std::tie(b->text, b->goldstein, b->quad);
    };
    std::map<const EventKind*, std::uint32_t, decltype(kind_order)> kinds(kind_order);
    for (const auto& reader : readers) {
        const InternedTexts& names = reader->cells().actors();
        for (std::uint32_t i = 0; i < names.size(); ++i) actors.emplace(names[i], 0);
        for (const EventKind& kind : reader->cells().kinds()) kinds.emplace(&kind, 0);
    }
    for (auto& [name, place] : actors) {
        place = static_cast<std::uint32_t>(result.actors.size());
        result.actors.emplace_back(name);
    }
    for (auto& [kind, place] : kinds) {
        place = static_cast<std::uint32_t>(result.kinds.size());
        result.kinds.push_back(kind);
    }
    for (const auto& reader : readers) {
        const InternedTexts& names = reader->cells().actors();
        std::vector<std::uint32_t>& places = result.actor_place.emplace_back();
        for (std::uint32_t i = 0; i < names.size(); ++i) places.push_back(actors.at(names[i]));
        std::vector<std::uint32_t>& kind_places = result.kind_place.emplace_back();
        for (const EventKind& kind : reader->cells().kinds()) kind_places.push_back(kinds.at(&kind));
    }
    return result;
}

std::vector<PlacedCell> placed_cells(const Readers& readers, const Renumbering& numbers) {
    std::vector<PlacedCell> placed;
    std::size_t count = 0;
    for (const auto& reader : readers) count += reader->cells().cells().size();
    placed.reserve(count);
    for (std::uint32_t r = 0; r < readers.size(); ++r) {
        const auto cells = readers[r]->cells().cells();
        const std::vector<std::uint32_t>& place = numbers.actor_place[r];
        for (std::uint32_t c = 0; c < cells.size(); ++c)
            placed.push_back({place[cells[c].source], place[cells[c].target], cells[c].period, r, c});
    }
    std::ranges::sort(placed, {}, [](const PlacedCell& cell) {
        return std::tuple(cell.source, cell.target, cell.period, cell.reader);
    });
    return placed;
}

/// Sums of the cells of all readers for one dyad-period.
class CellMerger {
public:
    CellMerger(const Readers& readers, const Renumbering& numbers, bool distinct_only)
        : readers_(readers), numbers_(numbers), distinct_only_(distinct_only) {}

    DyadPeriod merged(std::span<const PlacedCell> same) {
        DyadPeriod result;
        result.source = same.front().source;
        result.target = same.front().target;
        result.period = same.front().period;
        std::int64_t goldstein = 0;
        all_.clear();
        for (const PlacedCell& place : same) {
            const DyadCells& from = readers_[place.reader]->cells();
            const DyadCell& cell = from.cells()[place.cell];
            result.n += cell.n;
            result.with_goldstein += cell.with_goldstein;
            goldstein += cell.goldstein;
            for (std::size_t q = 0; q < 4; ++q) result.quads[q] += cell.quads[q];
            from.logs().distinct(cell, entries_);
            for (const std::uint32_t entry : entries_)
                all_.push_back(
                    EventLogs::with_kind(entry, numbers_.kind_place[place.reader][EventLogs::kind_of(entry)]));
        }
        // Kinds of one reader that were written differently (1.0 and 1) are one now.
        std::ranges::sort(all_);
        all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
        result.n_dedup = static_cast<double>(all_.size());
        if (distinct_only_) goldstein = sum_distinct(result);
        result.goldstein_sum = static_cast<double>(goldstein) / goldstein_unit;
        return result;
    }

private:
    std::int64_t sum_distinct(DyadPeriod& result) const {
        std::int64_t goldstein = 0;
        result.with_goldstein = 0;
        result.quads = {};
        for (const std::uint32_t entry : all_) {
            const EventKind& kind = *numbers_.kinds[EventLogs::kind_of(entry)];
            goldstein += kind.goldstein.value_or(0);
            result.with_goldstein += kind.goldstein ? 1 : 0;
            if (kind.quad) ++result.quads[static_cast<std::size_t>(*kind.quad)];
        }
        return goldstein;
    }

    const Readers& readers_;
    const Renumbering& numbers_;
    bool distinct_only_;
    std::vector<std::uint32_t> entries_, all_;
};

EventSums merged_sums(const Readers& readers, const EventFileOptions& options) {
    Renumbering numbers = renumbered(readers);
    const std::vector<PlacedCell> placed = placed_cells(readers, numbers);
    CellMerger merger(readers, numbers, options.distinct_only);
    EventSums sums;
    sums.scale = options.rules.scale;
    sums.distinct_only = options.distinct_only;
    WorkStep step(options.work, "summing dyads", placed.size());
    for (std::size_t first = 0; first < placed.size();) {
        std::size_t end = first + 1;
        while (end < placed.size() && placed[end].key() == placed[first].key()) ++end;
        sums.cells.push_back(merger.merged(std::span(placed).subspan(first, end - first)));
        step.advance(end - first);
        first = end;
    }
    sums.actors = std::move(numbers.actors);
    return sums;
}

EventFileReading reading_of(const Readers& readers, const RowBlocks& blocks) {
    EventFileReading reading;
    reading.rows_of_file.assign(blocks.paths().size(), 0);
    std::vector<std::uint64_t> line_ends;
    std::vector<std::size_t> files_unfinished;
    std::vector<std::pair<std::size_t, const BadRow*>> bad;
    for (const auto& reader : readers) {
        const RowTally& tally = reader->tally();
        reading.tally.rows += tally.rows;
        reading.tally.bad += tally.bad;
        reading.tally.cut += tally.cut;
        reading.tally.outside += tally.outside;
        reading.tally.without_actor += tally.without_actor;
        reading.tally.goldstein_from_table += tally.goldstein_from_table;
        for (const auto& [block, file, ends, rows] : reader->block_lines()) {
            if (line_ends.size() <= block) line_ends.resize(block + 1, 0);
            line_ends[block] = ends;
            reading.rows_of_file[file] += rows;
        }
        for (const BadRow& row : reader->bad_rows()) bad.emplace_back(row.block, &row);
        files_unfinished.insert(files_unfinished.end(), reader->unfinished().begin(), reader->unfinished().end());
    }
    const auto first_lines = blocks.first_lines(line_ends);
    std::ranges::sort(bad, {}, [](const auto& one) { return std::pair(one.first, one.second->line); });
    if (bad.size() > Diagnostics::kept) bad.resize(Diagnostics::kept);
    for (const auto& [block, row] : bad) {
        reading.bad_rows.push_back({blocks.paths()[blocks.file_of(block)],
                                    static_cast<std::size_t>(first_lines[block] + row->line), row->column, row->what,
                                    row->remedy});
    }
    std::ranges::sort(files_unfinished);
    for (const std::size_t file : files_unfinished) reading.unfinished.push_back(blocks.paths()[file]);
    for (const std::size_t file : blocks.cut_short()) reading.cut_short.push_back(blocks.paths()[file]);
    return reading;
}

void check_reading_of(const EventFileReading& reading, const EventFileOptions& options,
                      const std::vector<std::string>& paths) {
    const RowTally& tally = reading.tally;
    // A row in whose middle a file ends says nothing about the others.
    const double share =
        tally.rows == 0 ? 0 : static_cast<double>(tally.bad - tally.cut) / static_cast<double>(tally.rows);
    if (share > options.bad_share) {
        std::vector<Problem> problems = reading.bad_rows;
        problems.insert(problems.begin(),
                        Problem{paths.front(), 0, 0,
                                std::to_string(tally.bad - tally.cut) + " of " + std::to_string(tally.rows) +
                                    " rows cannot be read, a share of " + number_text(share) +
                                    " (allowed: " + number_text(options.bad_share) + ")",
                                "mend the file, or raise --bad-share when you know why; the first of them are:"});
        throw InputError(std::move(problems), static_cast<std::size_t>(tally.bad) + 1);
    }
    if (tally.rows == tally.bad + tally.outside)
        throw InputError(Problem{paths.front(), 0, 0,
                                 "no event is left: " + std::to_string(tally.rows) + " rows, " +
                                     std::to_string(tally.bad) + " of them unreadable, " +
                                     std::to_string(tally.outside) + " before --since or after --until",
                                 "check the file and the two dates"});
}

}  // namespace

EventFileSums sum_event_files(const std::vector<std::string>& paths, const EventFileOptions& options) {
    RowBlocks blocks(paths, options.layout, options.level, options.work);
    const unsigned threads = options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.threads;
    Readers readers;
    for (unsigned t = 0; t < threads; ++t) readers.push_back(std::make_unique<EventRowReader>(options.rules));
    parallel_chunks(
        threads, 1, options.threads,
        [&](std::size_t begin, std::size_t) {
            RowBlock block;
            while (blocks.next(block)) readers[begin]->read(block);
        },
        options.work);
    EventFileSums result;
    result.reading = reading_of(readers, blocks);
    check_reading_of(result.reading, options, paths);
    result.sums = merged_sums(readers, options);
    return result;
}

}  // namespace tarazy

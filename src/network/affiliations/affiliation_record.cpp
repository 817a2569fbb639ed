#include "network/affiliations/affiliation_record.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace tarazy {
namespace {

bool ranges_meet(const SpellDate& a, const SpellDate& b) {
    return a.first <= b.last && b.first <= a.last;
}

bool starts_agree(const MembershipSpell& a, const MembershipSpell& b) {
    if (!a.start || !b.start || (a.already_in && b.already_in)) return true;
    if (a.already_in) return b.start->first <= a.start->last;
    if (b.already_in) return a.start->first <= b.start->last;
    return ranges_meet(*a.start, *b.start);
}

/// What the source of a spell without end says of the end in another.
bool open_end_agrees(const MembershipSpell& open, const SpellDate& end) {
    return open.known_to && *open.known_to <= last_year_of(end);
}

bool ends_agree(const MembershipSpell& a, const MembershipSpell& b) {
    if (!a.end && !b.end) return true;
    if (!a.end) return open_end_agrees(a, *b.end);
    if (!b.end) return open_end_agrees(b, *a.end);
    return ranges_meet(*a.end, *b.end);
}

class PairReader {
public:
    explicit PairReader(const MembershipSpells& table) : table_(table) {
        for (const std::string& status : table.statuses) stage_.push_back(is_stage_of_joining(status));
    }

    [[nodiscard]] AffiliationPair read(std::uint32_t first, std::uint32_t last) const {
        AffiliationPair pair{table_.spells[first].institution, table_.spells[first].state, {}, {}};
        const std::size_t count = last - first;
        std::vector<std::size_t> part(count);  // of the graph of contradictions
        std::iota(part.begin(), part.end(), std::size_t{0});
        std::vector<bool> disputed(count, false);
        for (std::size_t b = 0; b < count; ++b) {
            for (std::size_t a = 0; a < b; ++a) {
                if (!contradict(first + a, first + b)) continue;
                disputed[a] = disputed[b] = true;
                const std::size_t from = part[b], to = part[a];
                std::ranges::replace(part, std::max(from, to), std::min(from, to));
            }
        }
        std::map<std::size_t, std::vector<std::uint32_t>> parts;
        for (std::size_t at = 0; at < count; ++at) {
            const auto spell = static_cast<std::uint32_t>(first + at);
            if (disputed[at])
                parts[part[at]].push_back(spell);
            else
                pair.agreed.push_back(spell);
        }
        for (const auto& [root, spells] : parts) pair.conflicts.push_back({readings(spells)});
        return pair;
    }

private:
    [[nodiscard]] bool contradict(std::size_t at_a, std::size_t at_b) const {
        const MembershipSpell &a = table_.spells[at_a], &b = table_.spells[at_b];
        if (!surely_overlap(a, b)) return false;
        if (a.status != b.status) return !stage_[a.status] && !stage_[b.status];
        return !starts_agree(a, b) || !ends_agree(a, b);
    }

    [[nodiscard]] std::vector<RivalReading> readings(const std::vector<std::uint32_t>& spells) const {
        std::map<std::uint32_t, std::vector<std::uint32_t>> by_source;
        for (const std::uint32_t spell : spells) by_source[table_.spells[spell].source].push_back(spell);
        std::vector<RivalReading> found;
        for (const auto& [source, own] : by_source) {
            const bool torn = std::ranges::any_of(own, [&, &all = own](std::uint32_t a) {
                return std::ranges::any_of(all, [&](std::uint32_t b) { return a != b && contradict(a, b); });
            });
            const std::string& name = table_.sources[source];
            if (!torn) {
                found.push_back({name, own});
                continue;
            }
            const std::size_t before = found.size();
            for (const std::uint32_t spell : own) {
                // A row that stands twice is one reading, not a rival of itself.
                const auto same = std::find_if(
                    found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                    [&](const RivalReading& reading) { return same_spell(reading.spells.front(), spell); });
                if (same == found.end())
                    found.push_back({with_line(name, spell), {spell}});
                else
                    same->spells.push_back(spell);
            }
        }
        std::ranges::sort(found, {}, [&](const RivalReading& reading) { return rank(reading); });
        return found;
    }

    [[nodiscard]] bool same_spell(std::uint32_t at_a, std::uint32_t at_b) const {
        const MembershipSpell &a = table_.spells[at_a], &b = table_.spells[at_b];
        return a.status == b.status && a.start == b.start && a.end == b.end && a.known_to == b.known_to &&
               a.already_in == b.already_in && a.through_last_year == b.through_last_year && a.preferred == b.preferred;
    }

    [[nodiscard]] std::string with_line(const std::string& source, std::uint32_t spell) const {
        const std::string line = "line " + std::to_string(table_.line(table_.rows_of(table_.spells[spell]).front()));
        return source.empty() ? line : source + ", " + line;
    }

    /// Preferred first, then by the first row.
    [[nodiscard]] std::pair<bool, std::uint32_t> rank(const RivalReading& reading) const {
        bool rejected = false;
        std::uint32_t row = table_.rows_of(table_.spells[reading.spells.front()]).front();
        for (const std::uint32_t spell : reading.spells) {
            rejected = rejected || !table_.spells[spell].preferred;
            row = std::min(row, table_.rows_of(table_.spells[spell]).front());
        }
        return {rejected, row};
    }

    const MembershipSpells& table_;
    std::vector<bool> stage_;
};

}  // namespace

std::size_t AffiliationRecord::conflicts() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(pairs, [](const AffiliationPair& pair) { return !pair.conflicts.empty(); }));
}

AffiliationRecord affiliation_record(MembershipSpells spells) {
    AffiliationRecord record{std::move(spells), {}};
    const auto& all = record.table.spells;
    const PairReader reader(record.table);
    for (std::uint32_t first = 0, last = 0; first < all.size(); first = last) {
        while (last < all.size() && all[last].institution == all[first].institution &&
               all[last].state == all[first].state)
            ++last;
        record.pairs.push_back(reader.read(first, last));
    }
    return record;
}

}  // namespace tarazy

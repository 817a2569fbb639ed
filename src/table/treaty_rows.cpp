#include "table/membership_rows.hpp"

#include "base/edtf_calendar.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tarazy {
namespace {

struct TreatyDates {
    std::optional<SpellDate> signature, ratification, force, end;
};

/// Reads the rows of a table of treaties: of each row up to three spells, one after the other.
class TreatyLayout {
public:
    TreatyLayout(const Table& table, const SpellReading& reading, RowFaults& faults)
        : table_(table),
          faults_(faults),
          treaty_(require_texts(table, "treaty")),
          member_(member_codes(table, state_column_of(table), reading, faults)),
          record_(cells("record")),
          id_(cells("record_id")),
          coder_(cells("coder")) {
        const std::pair<const char*, std::optional<SpellDate> TreatyDates::*> columns[] = {
            {"signature", &TreatyDates::signature},
            {"ratification", &TreatyDates::ratification},
            {"force", &TreatyDates::force},
            {"end", &TreatyDates::end}};
        dates_.resize(table.rows());
        sound_.assign(table.rows(), true);
        for (const auto& [name, member] : columns) read_dates(name, member);
        find_entries_into_force();
    }

    [[nodiscard]] MembershipRows rows() {
        MembershipRows found;
        found.tells_absence = true;  // "empty = not known, never not a party"
        for (std::uint32_t row = 0; row < table_.rows(); ++row) {
            if (!member_[row].empty() && !treaty_[row].empty() && sound_[row]) add_spells(row, found.spells);
        }
        return found;
    }

private:
    [[nodiscard]] std::vector<std::string> cells(const char* name) const {
        return table_.find(name) ? require_texts(table_, name) : std::vector<std::string>(table_.rows());
    }

    void read_dates(const char* name, std::optional<SpellDate> TreatyDates::*member) {
        const auto texts = cells(name);
        for (std::uint32_t row = 0; row < texts.size(); ++row) {
            if (texts[row].empty()) continue;
            dates_[row].*member = spell_date(texts[row]);
            // The first day of all, 0001-01-01, is what programs write where they have no date.
            const bool code = dates_[row].*member && first_year_of(*(dates_[row].*member)) <= 1;
            if (dates_[row].*member && !code) continue;
            if (code)
                faults_.add(table_.problem(row, name, "'" + texts[row] + "' is a code of missing, which is no date",
                                           "empty the cell"));
            else
                faults_.add(
                    table_.problem(row, name, "'" + texts[row] + "' is no date", "write YYYY, YYYY-MM or YYYY-MM-DD"));
            sound_[row] = false;
        }
    }

    void find_entries_into_force() {
        for (std::uint32_t row = 0; row < table_.rows(); ++row) {
            if (!dates_[row].force || !sound_[row]) continue;
            for (const std::string& record : {record_[row], std::string("\n")}) {
                const auto [entry, is_new] = entries_.try_emplace({treaty_[row], record}, *dates_[row].force);
                if (!is_new && dates_[row].force->first < entry->second.first) entry->second = *dates_[row].force;
            }
        }
    }

    [[nodiscard]] std::optional<SpellDate> entry_into_force(std::uint32_t row) const {
        for (const std::string& record : {record_[row], std::string("\n")}) {
            const auto found = entries_.find({treaty_[row], record});
            if (found != entries_.end()) return found->second;
        }
        return std::nullopt;
    }

    void add_spells(std::uint32_t row, std::vector<MembershipRow>& spells) {
        const TreatyDates& dates = dates_[row];
        const auto in_force = entry_into_force(row);
        // Without a ratification the state's own date of force is the first day on which it is known to be a party.
        std::optional<SpellDate> party = dates.ratification ? dates.ratification : dates.force;
        if (dates.ratification && in_force && in_force->first > dates.ratification->first) party = in_force;
        if (!in_force) party.reset();
        const std::optional<SpellDate> first = dates.ratification ? dates.ratification : party;
        if (dates.end && first && dates.end->last < first->first) {
            faults_.add(table_.problem(row, "end", "the end is before the ratification", "put the dates in order"));
            return;
        }
        std::optional<SpellDate> next = dates.end;
        const auto add = [&](const char* status, const std::optional<SpellDate>& start) {
            if (!start || (next && start->first >= next->first)) return;
            MembershipRow spell{treaty_[row], member_[row], status, source(row), {}, {row}};
            spell.spell.start = start;
            spell.spell.end = next;
            spells.push_back(std::move(spell));
            next = start;
        };
        add("member", party);
        add("ratified", dates.ratification);
        add("signatory", dates.signature);
    }

    [[nodiscard]] std::string source(std::uint32_t row) const {
        std::string name = record_[row];
        if (!id_[row].empty()) add_item(name, id_[row], " ");
        if (!coder_[row].empty()) name += " (" + coder_[row] + ')';
        return name;
    }

    const Table& table_;
    RowFaults& faults_;
    std::vector<std::string> treaty_, member_, record_, id_, coder_;
    std::vector<TreatyDates> dates_;
    std::vector<bool> sound_;
    std::map<std::pair<std::string, std::string>, SpellDate> entries_;  ///< by treaty and record
};

}  // namespace

MembershipRows treaty_rows(const Table& table, const SpellReading& reading, RowFaults& faults) {
    return TreatyLayout(table, reading, faults).rows();
}

}  // namespace tarazy

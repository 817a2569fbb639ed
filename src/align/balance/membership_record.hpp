#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

enum class Membership { out, in, unknown };

/// Who is in which institution when, with what is not known kept apart from what is not so. The rules are those of
/// `institution_domain`; the spells are read by `read_membership_spells`.
class MembershipRecord {
public:
    /// @throws InputError with every faulty row
    MembershipRecord(const Table& spells, const Table& institutions, const std::vector<std::string>& statuses);

    /// O(log spells + spells of this state in this institution).
    [[nodiscard]] Membership status(const std::string& institution, const std::string& iso3, int year) const;
    /// Institutions whose list says who is out, in byte order.
    [[nodiscard]] const std::vector<std::string>& compared() const { return compared_; }
    /// Institutions that are listed but whose rows do not tell who is out.
    [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }
    /// Rows that repeat an earlier one, which count once, as a sentence; empty when there are none.
    [[nodiscard]] const std::string& repeats() const { return repeats_; }
    /// Has the state any row at all?
    [[nodiscard]] bool covers(const std::string& iso3) const { return states_.contains(iso3); }

    /// Rows of the spells that say something of the state in the institution in that year, sorted. O(log spells + their
    /// rows).
    [[nodiscard]] std::vector<std::size_t> rows(const std::string& institution, const std::string& iso3,
                                                int year) const;

private:
    struct Spell {
        std::optional<int> start, end, censored;
        bool already_in = false;  ///< the start is an upper bound
        std::vector<std::size_t> table_rows{};
        /// Over before, or not begun and nobody says that it may have: it says nothing.
        [[nodiscard]] bool tells_of(int year) const {
            return !(end && year > *end) && (!start || year >= *start || already_in);
        }
    };
    std::map<std::pair<std::string, std::string>, std::vector<Spell>> spells_;  ///< by institution and state
    std::map<std::string, int> complete_to_;
    std::set<std::string> states_;
    std::vector<std::string> compared_, left_out_;
    std::string repeats_;
};

}  // namespace tarazy

#include "cli/data/state_column.hpp"

#include "base/text_lists.hpp"
#include "table/state_names.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace tarazy {
namespace {

/// Texts of a column that were left without a code, each once, in the order of the table.
struct LeftEmpty {
    std::vector<std::string> texts;
    std::map<std::string, std::size_t> rows;  ///< by text

    void add(const std::string& text) {
        if (++rows[text] == 1) texts.push_back(text);
    }
    [[nodiscard]] std::size_t total() const {
        std::size_t sum = 0;
        for (const auto& [text, count] : rows) sum += count;
        return sum;
    }
    /// The first of them, each with what `more` says of it.
    [[nodiscard]] std::string listed(const std::function<std::string(const std::string&)>& more) const {
        std::string list;
        for (std::size_t i = 0; i < std::min(texts.size(), Diagnostics::kept); ++i) {
            const std::string said = more(texts[i]);
            list += (i == 0 ? "'" : ", '") + texts[i] + "'" + (said.empty() ? "" : " (" + said + ")");
        }
        if (texts.size() > Diagnostics::kept)
            list += " and " + std::to_string(texts.size() - Diagnostics::kept) + " more";
        return list;
    }
};

std::string counted(std::size_t count, const std::string& noun) {
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

/// Fills one column of codes from another, row by row; each pair of text and year is looked up once.
class ColumnConversion {
public:
    ColumnConversion(const Table& table, const StateColumn& options) : table_(table), options_(options) {}

    std::vector<std::string> run(Session& session) {
        const std::vector<std::string> texts = require_texts(table_, options_.column);
        if (!options_.year_column.empty()) years_ = require_integers(table_, options_.year_column);
        na_is_namibia_ = options_.from == "iso2" || (options_.from.empty() && holds_two_letters(texts));
        std::vector<std::string> codes;
        for (std::size_t row = 0; row < texts.size(); ++row) {
            const bool missing = texts[row].empty() || (texts[row] == "NA" && !na_is_namibia_);
            codes.push_back(missing ? "" : converted(row, texts[row]));
        }
        diagnostics_.throw_if_any();
        tell(session, std::ranges::count(texts, "NA"));
        return codes;
    }

private:
    /// Nothing but codes of two letters: then NA is one of them, and not the sign of a missing cell.
    static bool holds_two_letters(const std::vector<std::string>& texts) {
        return std::ranges::all_of(texts, [](const std::string& text) { return text.empty() || text.size() == 2; });
    }

    [[nodiscard]] std::optional<int> year(std::size_t row) const {
        if (years_.empty() || years_[row] == Column::missing_integer) return options_.year;
        return static_cast<int>(std::clamp<std::int64_t>(years_[row], -100'000, 100'000));
    }

    std::string converted(std::size_t row, const std::string& text) {
        const std::optional<int> when = year(row);
        const auto [entry, is_new] = known_.try_emplace({text, when.value_or(0)});
        if (is_new) entry->second = states_meant_by(text, options_.from, when);
        const StateResolution& resolution = entry->second;
        if (resolution.matches.size() == 1) {
            const State& state = *resolution.matches.front().state;
            std::string result = code_or_name_of(state, options_.to);
            if (result.empty()) ++without_code_[state.name_en];
            return result;
        }
        if (resolution.matches.empty() && !options_.strict) {
            (not_a_state(text) != nullptr ? no_states_ : unknown_).add(text);
        } else if (reported_.insert(text).second) {
            report(row, text, resolution);
        }
        return {};
    }

    void report(std::size_t row, const std::string& text, const StateResolution& resolution) {
        if (resolution.matches.empty()) {
            diagnostics_.add(
                table_.problem(row, options_.column, unknown_state_text(text), shown_state_hint(diagnostics_, text)));
        } else {
            diagnostics_.add(
                table_.problem(row, options_.column, ambiguity_text(text, resolution), "choose with --from"));
        }
    }

    void tell(Session& session, std::ptrdiff_t na_cells) const {
        if (na_is_namibia_ && options_.from.empty() && na_cells > 0) {
            note(session, "column '" + options_.column + "' holds codes of two letters: NA is Namibia in " +
                              counted(static_cast<std::size_t>(na_cells), "row"));
        }
        if (!unknown_.texts.empty()) {
            warn(session, counted(unknown_.texts.size(), "text") + " of '" + options_.column +
                              "' without a state, left empty in " + counted(unknown_.total(), "row") + ": " +
                              unknown_.listed(short_hint) + "; --strict makes this an error");
        }
        if (!no_states_.texts.empty()) {
            const auto kind = [](const std::string& text) { return describe(*not_a_state(text)); };
            warn(session, counted(no_states_.texts.size(), "text") + " of '" + options_.column +
                              "' for what is no state, left empty in " + counted(no_states_.total(), "row") + ": " +
                              no_states_.listed(kind));
        }
        for (const auto& [name, rows] : without_code_) {
            warn(session, name + " has no " + options_.to + " code: left empty in " + std::to_string(rows) + " rows");
        }
    }

    /// Only the names that are meant beyond doubt: where codes are listed need not be said twenty times.
    static std::string short_hint(const std::string& text) {
        const std::string hint = unknown_state_hint(text);
        return hint.starts_with("did you mean") ? hint : std::string();
    }

    const Table& table_;
    const StateColumn& options_;
    std::vector<std::int64_t> years_;
    bool na_is_namibia_ = false;
    Diagnostics diagnostics_;
    std::map<std::pair<std::string, int>, StateResolution> known_;
    std::map<std::string, std::size_t> without_code_;
    LeftEmpty unknown_, no_states_;
    std::set<std::string> reported_;
};

}  // namespace

std::string code_or_name_of(const State& state, const std::string& to) {
    if (to == "name_ru") return state.name_ru;
    if (to == "name_kk") return state.name_kk;
    return code_of(state, *state_scheme(to));
}

StateResolution states_meant_by(const std::string& text, const std::string& from, std::optional<int> year) {
    if (from.empty()) return resolve_state(text, year);
    StateResolution resolution;
    const StateScheme scheme = *state_scheme(from);
    if (const State* state = find_state(std::string(trimmed(text)), scheme, year))
        resolution.matches.push_back({state, scheme});
    return resolution;
}

Column column_of_codes(const std::vector<std::string>& codes, const std::string& to) {
    if (to != "cow" && to != "gw") return Column(codes);
    std::vector<std::int64_t> numbers;
    for (const std::string& text : codes) numbers.push_back(text.empty() ? Column::missing_integer : std::stoll(text));
    return Column(std::move(numbers));
}

/// Hints take a millisecond each: only what is shown has one.
std::string shown_state_hint(const Diagnostics& diagnostics, const std::string& text) {
    return diagnostics.count() < Diagnostics::kept ? unknown_state_hint(text) : std::string();
}

Column column_of_states(Session& session, const Table& table, const StateColumn& options) {
    return column_of_codes(ColumnConversion(table, options).run(session), options.to);
}

}  // namespace tarazy

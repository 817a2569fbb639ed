#include "trace/evidence/evidence_tables.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Rows of one set; all of them where the table has no column `set`.
Table rows_of_set(const Table& table, const std::string& set) {
    if (!table.find("set")) return table;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, "set", row) == set) rows.push_back(row);
    return take_rows(table, rows);
}

StatedPlace cell_place(const Table& table, std::size_t row, std::string_view column) {
    const Problem problem = table.problem(row, table.find(column) ? column : table.names.front(), "", "");
    return {problem.file, problem.line, problem.column};
}

EvidenceWords cell_words(const Table& table, std::size_t row, const std::string& name) {
    EvidenceWords words{text_in(table, name + "_en", row), text_in(table, name + "_kk", row),
                        text_in(table, name + "_ru", row)};
    if (words.en.empty()) words.en = text_in(table, name, row);
    return words;
}

/// Reads the tables of one set; cells that are no numbers are gathered.
class EvidenceRows {
public:
    StatedEvidence take(const Table& hypotheses, const Table& clues, const Table& likelihoods) {
        read_hypotheses(hypotheses);
        read_clues(clues);
        read_likelihoods(likelihoods);
        problems_.throw_if_any();
        return std::move(stated_);
    }

private:
    std::optional<double> number_cell(const Table& table, std::size_t row, std::string_view column) {
        const auto number = number_in(table, column, row);
        const std::string text = text_in(table, column, row);
        if (!number && !text.empty()) {
            if (const auto read = parse_real(trimmed(text))) return read;
            problems_.add(table.problem(row, column, "'" + text + "' is no number",
                                        "write a probability between 0 and 1, with a decimal point"));
        }
        return number;
    }

    StatedProbability probability_cells(const Table& table, std::size_t row, const std::string& value,
                                        const std::string& low, const std::string& high) {
        return {number_cell(table, row, value), number_cell(table, row, low), number_cell(table, row, high),
                cell_place(table, row, value)};
    }

    void read_hypotheses(const Table& table) {
        stated_.place = {table.origin.path, 0, 0};
        for (std::size_t row = 0; row < table.rows(); ++row) {
            stated_.hypotheses.push_back(
                {text_in(table, "id", row), probability_cells(table, row, "prior", "prior_low", "prior_high"),
                 cell_words(table, row, "name"), cell_words(table, row, "says"), cell_words(table, row, "why"),
                 text_in(table, "judged_by", row), cell_place(table, row, "id")});
        }
    }

    void read_clues(const Table& table) {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            StatedClue clue{text_in(table, "id", row)};
            if (const std::string found = text_in(table, "found", row); !found.empty()) clue.found = found;
            clue.group = text_in(table, "group", row);
            clue.event = text_in(table, "event", row);
            clue.source = text_in(table, "source", row);
            clue.confidence = text_in(table, "confidence", row);
            clue.test = text_in(table, "test", row);
            clue.favours = text_in(table, "favours", row);
            clue.text = cell_words(table, row, "clue");
            clue.place = cell_place(table, row, "id");
            stated_.clues.push_back(std::move(clue));
        }
    }

    void read_likelihoods(const Table& table) {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            StatedLikelihood one{text_in(table, "clue", row), text_in(table, "hypothesis", row)};
            one.probability = probability_cells(table, row, "likelihood", "low", "high");
            for (const std::string& other : listed(text_in(table, "other", row), ';')) {
                const auto number = parse_real(other);
                if (number) {
                    one.others.push_back(*number);
                } else {
                    problems_.add(table.problem(row, "other", "'" + other + "' is no number",
                                                "write probabilities between 0 and 1, separated by semicolons"));
                }
            }
            one.judged_by = text_in(table, "judged_by", row);
            one.why = cell_words(table, row, "why");
            one.place = cell_place(table, row, "clue");
            stated_.likelihoods.push_back(std::move(one));
        }
    }

    StatedEvidence stated_;
    Diagnostics problems_;
};

}  // namespace

std::vector<std::string> rival_sets(const Table& hypotheses) {
    if (!hypotheses.find("set")) return {""};
    std::vector<std::string> sets;
    for (std::size_t row = 0; row < hypotheses.rows(); ++row) {
        const std::string set = text_in(hypotheses, "set", row);
        if (std::ranges::find(sets, set) == sets.end()) sets.push_back(set);
    }
    return sets;
}

RivalExplanations read_rivals(const Table& hypotheses, const Table& clues, const Table& likelihoods,
                              const std::string& set) {
    require_columns(hypotheses, std::vector<std::string>{"id"});
    require_columns(clues, std::vector<std::string>{"id"});
    require_columns(likelihoods, std::vector<std::string>{"clue", "hypothesis", "likelihood"});
    const std::vector<std::string> sets = rival_sets(hypotheses);
    std::string chosen = set;
    if (set.empty() && sets.size() == 1) chosen = sets.front();
    const auto refuse_set = [&](const std::string& what, const std::string& remedy) {
        throw InputError(Problem{hypotheses.origin.path, 1, 0, what, remedy});
    };
    if (set.empty() && sets.size() > 1) {
        refuse_set("the table holds several sets of rival hypotheses: " + joined(sets, ", "), "choose one of them");
    }
    if (!set.empty() && std::ranges::find(sets, set) == sets.end())
        refuse_set("there is no set '" + set + "' of rival hypotheses", name_hint(set, sets));
    StatedEvidence stated = EvidenceRows().take(rows_of_set(hypotheses, chosen), rows_of_set(clues, chosen),
                                                rows_of_set(likelihoods, chosen));
    stated.set = chosen;
    return assembled_rivals(stated);
}

}  // namespace tarazy

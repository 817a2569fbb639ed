#include "text/estimates/sentence_sample.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

namespace tarazy {
namespace {

using ListsOfCodes = std::vector<std::vector<std::string>>;

ListsOfCodes code_lists(const Table& table) {
    ListsOfCodes lists(table.rows());
    const Column& codes = require_column(table, "codes");
    if (codes.count_missing() == table.rows()) return lists;
    (void)require_texts(table, "codes");
    for (std::size_t row = 0; row < table.rows(); ++row) lists[row] = codes.list(row);
    return lists;
}

std::vector<std::string> codes_in(const ListsOfCodes& lists) {
    std::set<std::string> names;
    for (const std::vector<std::string>& each : lists) names.insert(each.begin(), each.end());
    return {names.begin(), names.end()};
}

void check_coders(const Table& sample, Diagnostics& problems) {
    const auto coder = sample.find("coder");
    if (!coder) return;
    if (sample.columns[*coder].count_missing() == sample.rows() && sample.rows() > 0) {
        problems.add(sample.problem(0, "coder", "nobody has read these sentences: the column is empty",
                                    "write into codes what each speaks of, and into coder who read it"));
        return;
    }
    for (std::size_t row = 0; row < sample.rows(); ++row)
        if (sample.columns[*coder].missing(row))
            problems.add(sample.problem(row, "coder", "nobody has read this sentence",
                                        "write its codes, none if it has none, and who read it; a sample of which a "
                                        "part is left out is not random"));
}

void check_hand_codes(const Table& sample, const ListsOfCodes& lists, const std::vector<std::string>& known,
                      Diagnostics& problems) {
    for (std::size_t row = 0; row < lists.size(); ++row)
        for (const std::string& code : lists[row])
            if (std::ranges::find(known, code) == known.end())
                problems.add(
                    sample.problem(row, "codes", "no sentence of --codes has the code '" + code + "'",
                                   name_hint(code, known) + "; --category names a code that only people give"));
}

Table units_of(const Table& table, const ListsOfCodes& lists, const std::vector<std::string>& codes) {
    const std::vector<std::string> ids = require_texts(table, "doc_id"), places = require_texts(table, "sentence");
    std::vector<std::string> units;
    for (std::size_t row = 0; row < ids.size(); ++row)
        units.push_back(ids[row].empty() || places[row].empty() ? "" : ids[row] + ", sentence " + places[row]);
    Table with = table;
    with.add("unit", Column(units));
    for (const std::string& code : codes) {
        std::vector<std::int64_t> has(lists.size());
        for (std::size_t row = 0; row < has.size(); ++row)
            has[row] = std::ranges::find(lists[row], code) != lists[row].end() ? 1 : 0;
        with.add(unit_column(code), Column(std::move(has)));
    }
    return with;
}

}  // namespace

bool is_sentence_table(const Table& table) {
    return table.find("doc_id") && table.find("sentence") && table.find("codes") && !table.find("unit");
}

std::string unit_column(const std::string& code) {
    return "has " + code;
}

SentenceSample sentence_sample(const Table& sentences, const Table& sample, const std::vector<std::string>& asked) {
    require_columns(sentences, std::vector<std::string>{"doc_id", "sentence", "codes"});
    require_columns(sample, std::vector<std::string>{"doc_id", "sentence", "codes"});
    const ListsOfCodes machine = code_lists(sentences), hand = code_lists(sample);
    std::vector<std::string> known = codes_in(machine);
    known.insert(known.end(), asked.begin(), asked.end());
    Diagnostics problems;
    check_coders(sample, problems);
    check_hand_codes(sample, hand, known, problems);
    problems.throw_if_any();
    SentenceSample units;
    units.codes = asked.empty() ? codes_in(machine) : asked;
    if (units.codes.empty())
        throw InputError({sentences.origin.path, 0, 0, "no sentence has a code",
                          "look at the codebook, or name codes "
                          "that people gave with --category"});
    for (const std::string& code : units.codes) {
        const auto has = [&](const std::vector<std::string>& list) {
            return std::ranges::find(list, code) != list.end();
        };
        if (std::ranges::none_of(machine, has) && std::ranges::none_of(hand, has))
            throw UsageError("--category " + code + ": neither machine nor person has given this code; " +
                             name_hint(code, codes_in(machine)));
    }
    units.machine = units_of(sentences, machine, units.codes);
    units.hand = units_of(sample, hand, units.codes);
    return units;
}

}  // namespace tarazy

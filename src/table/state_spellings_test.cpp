// Every name of the lists in state_spellings_test.csv (facts from the data sets it names) and of the data in ../shared
// means the state that the list gives it, or is known to be none.

#include "base/number_text.hpp"
#include "table/state_codes_load.hpp"
#include "table/state_names.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

namespace tarazy {
namespace state_spellings_test {

std::string lines_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::optional<int> year_in(const std::string& cell) {
    const auto year = parse_integer(cell);
    return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

/// "-" for what is no state, "cow 260", "gw 815" or the ISO code.
std::string meaning(const std::string& name, std::optional<int> year, const std::string& wanted) {
    const State* state = find_state(name, StateScheme::name, year);
    if (state == nullptr) return not_a_state(name) != nullptr ? "-" : "unknown";
    if (wanted.starts_with("cow ")) return "cow " + code_of(*state, StateScheme::cow);
    if (wanted.starts_with("gw ")) return "gw " + code_of(*state, StateScheme::gw);
    return state->iso3;
}

TEST(StateSpellings, EveryNameOfEveryListMeansItsState) {
    const std::string text = lines_of(TARAZY_SOURCE_DIR "/src/table/state_spellings_test.csv");
    std::string_view rest = text;
    (void)take_record(rest);
    std::set<std::string> lists;
    std::size_t checked = 0;
    while (!rest.empty()) {
        const std::vector<std::string> row = take_record(rest);
        ASSERT_EQ(row.size(), 4u);
        EXPECT_EQ(meaning(row[1], year_in(row[2]), row[3]), row[3]) << row[0] << ": " << row[1] << ' ' << row[2];
        lists.insert(row[0]);
        ++checked;
    }
    EXPECT_GT(checked, 1500u);
    EXPECT_GT(lists.size(), 25u);
}

TEST(StateSpellings, UpperAndLowerCaseMeanTheSame) {
    for (const State& state : all_states()) {
        for (const std::string& name : state.other_names) {
            std::string upper = name;
            for (char& c : upper) {
                if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
            }
            EXPECT_EQ(find_state(upper, StateScheme::name), find_state(name, StateScheme::name)) << name;
        }
    }
}

/// Names in column `name` of a CSV file with COW numbers in column `code`.
void expect_names_of(const std::string& path, std::size_t name, std::size_t code, std::size_t year) {
    const std::string text = lines_of(path);
    std::string_view rest = text;
    (void)take_record(rest);
    std::size_t checked = 0;
    while (!rest.empty()) {
        const std::vector<std::string> row = take_record(rest);
        if (row.size() <= std::max({name, code, year})) continue;
        EXPECT_EQ(meaning(row[name], year_in(row[year]), "cow "), "cow " + row[code]) << row[name];
        ++checked;
    }
    EXPECT_GT(checked, 200u);
}

TEST(StateSpellings, TheSystemListOfCowReadsBack) {
    const std::string path = TARAZY_SHARED_DIR "/data/network/cow_states2016.csv";
    if (!std::ifstream(path)) GTEST_SKIP() << "no " << path;
    expect_names_of(path, 2, 1, 3);
}

}  // namespace state_spellings_test
}  // namespace tarazy

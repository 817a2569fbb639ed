// States in options, study files and columns: codes and names in any spelling, and what is said of those that are none.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace data_state_spellings_commands_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string assembly = TARAZY_SOURCE_DIR "/examples/invented-assembly/";

/// Processor time of the programs that were run, which the load of the machine does not change.
double seconds_of_programs() {
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    return static_cast<double>(used.ru_utime.tv_sec) + static_cast<double>(used.ru_utime.tv_usec) * 1e-6;
}

ProgramRun convert(const std::string& file, const std::string& column, const std::string& to,
                   std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"data", "states", "--file", file, "--column", column, "--to", to};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

TEST(StateSpellingsOfFiles, NamesOfTheWorldBankAndOthersAreKnown) {
    const Folder folder;
    const std::string file = folder.write(
        "names.csv",
        "name,year\nViet Nam,2001\n\"Korea, Rep.\",2001\n\"Iran, Islamic Rep.\",2001\n\"Congo, Dem. Rep.\",2001\n"
        "\"Egypt, Arab Rep.\",2001\n\"Yemen, Rep.\",2001\n\"Venezuela, RB\",2001\n\"Gambia, The\",2001\n"
        "Philippines (the),2001\nBosnia-Herzegovina,2001\nРеспублика Беларусь,2001\nРеспублика Молдова,2001\n");
    const ProgramRun run = convert(file, "name", "cow", {"--year-column", "year", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.err, "");
    std::string numbers;
    std::size_t at = run.out.find('\n') + 1;
    while (at < run.out.size()) {
        const std::size_t end = run.out.find('\n', at);
        numbers += (numbers.empty() ? "" : ",") +
                   run.out.substr(run.out.rfind(',', end) + 1, end - run.out.rfind(',', end) - 1);
        at = end + 1;
    }
    EXPECT_EQ(numbers, "816,732,630,490,651,679,101,420,840,346,370,359");
}

TEST(StateSpellingsOfFiles, AColumnOfNothingButNaIsNamibia) {
    const Folder folder;
    const std::string file = folder.write("namibia.csv", "iso2,year\nNA,2001\nNA,2002\n");
    const ProgramRun run = convert(file, "iso2", "cow", {"--year-column", "year"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "iso2,year,cow\nNA,2001,565\nNA,2002,565\n");
    EXPECT_NE(run.err.find("NA is Namibia in 2 rows"), std::string::npos) << run.err;
    const std::string other = folder.write("other.csv", "code,year\nNA,2001\n");
    EXPECT_EQ(convert(other, "code", "cow", {"--from", "iso2"}).out, "code,year,cow\nNA,2001,565\n")
        << "also under a name that does not speak of ISO";
    EXPECT_EQ(run_program({"data", "convert", file, folder / "copy.csv"}).status, 0);
    EXPECT_EQ(testing_program::bytes_of(folder / "copy.csv"), "iso2,year\nNA,2001\nNA,2002\n")
        << "no command wipes the column";
}

TEST(StateSpellingsOfFiles, NaBesideLongerTextsIsMissing) {
    const Folder folder;
    const std::string file = folder.write("mixed.csv", "name\nKazakhstan\nNA\n");
    const ProgramRun run = convert(file, "name", "cow");
    EXPECT_EQ(run.out, "name,cow\nKazakhstan,705\nNA,\n");
    EXPECT_EQ(run.err, "");
    const std::string codes = folder.write("codes.csv", "iso2\nKZ\nNA\n");
    EXPECT_EQ(convert(codes, "iso2", "cow").out, "iso2,cow\nKZ,705\nNA,565\n");
}

TEST(StateSpellingsOfFiles, OneUnknownNameDoesNotBlockATable) {
    const Folder folder;
    const std::string file =
        folder.write("wdi.csv", "country\nKazakhstan\nAtlantis\nWorld\nKazahkstan\nAtlantis\nAruba\nDominican\n");
    const ProgramRun run = convert(file, "country", "iso3");
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.out, "country,iso3\nKazakhstan,KAZ\nAtlantis,\nWorld,\nKazahkstan,\nAtlantis,\nAruba,\nDominican,\n");
    EXPECT_EQ(run.err,
              "warning: 3 texts of 'country' without a state, left empty in 4 rows: 'Atlantis', 'Kazahkstan' (did you "
              "mean 'Kazakhstan'?), 'Dominican'; --strict makes this an error\n"
              "warning: 2 texts of 'country' for what is no state, left empty in 2 rows: 'World' (an aggregate, no "
              "state), 'Aruba' (a territory (Netherlands), no state)\n");
    const ProgramRun strict = convert(file, "country", "iso3", {"--strict"});
    EXPECT_EQ(strict.status, 3);
    EXPECT_EQ(strict.out, "");
    EXPECT_NE(strict.err.find(file + ":3:1: no state has the code or name 'Atlantis'"), std::string::npos);
    EXPECT_NE(strict.err.find(file + ":4:1: 'World' is an aggregate, no state"), std::string::npos) << strict.err;
}

TEST(StateSpellingsOfFiles, HintsAreSoughtOnlyForWhatIsShown) {
    std::string csv = "x\n";
    for (int i = 0; i < 20'000; ++i) csv += "Unknownland" + std::to_string(i) + '\n';
    const Folder folder;
    const std::string file = folder.write("many.csv", csv);
    const double begin = seconds_of_programs();
    const ProgramRun run = convert(file, "x", "iso3");
    const ProgramRun strict = convert(file, "x", "iso3", {"--strict"});
    const double seconds = seconds_of_programs() - begin;
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(strict.status, 3);
    EXPECT_NE(run.err.find("and 19980 more"), std::string::npos);
    EXPECT_LT(seconds, 10) << "a hint for each takes 17 s with optimisation";
}

ProgramRun shares(const std::string& states, const std::string& poles) {
    return run_program({"align", "shares", "--votes", assembly + "votes.csv", "--roll-calls",
                        assembly + "roll_calls.csv", "--states", states, "--poles", poles, "--bootstrap", "0"});
}

TEST(StateSpellingsOfOptions, AnySpellingGivesTheSameBytes) {
    const ProgramRun plain = shares("KAZ,UZB", "RUS,CHN,WEST=USA+GBR");
    ASSERT_EQ(plain.status, 0) << plain.err;
    for (const auto& [states, poles] : std::vector<std::pair<std::string, std::string>>{
             {"kaz, uzb", "rus, chn, WEST=usa+gbr"},
             {"705,704", "365,710,WEST=2+200"},
             {"Kazakhstan, Uzbekistan", "Russia,China,WEST=United States+United Kingdom"},
             {"Қазақстан,Өзбекстан", "Россия,Китай,WEST=США + Соединенное Королевство"},
             {"KZ,UZ", "RU,CN,WEST=US+GB"}}) {
        const ProgramRun run = shares(states, poles);
        EXPECT_EQ(run.status, 0) << states << ' ' << run.err;
        EXPECT_EQ(run.out, plain.out) << states;
    }
}

TEST(StateSpellingsOfOptions, UnknownStatesAreNamed) {
    const ProgramRun unknown = shares("KAZ,XYZ", "RUS,CHN");
    EXPECT_EQ(unknown.status, 2);
    EXPECT_NE(unknown.err.find("'XYZ'"), std::string::npos) << unknown.err;
    const ProgramRun mistyped = shares("Kazahkstan", "RUS,CHN");
    EXPECT_EQ(mistyped.status, 2);
    EXPECT_NE(mistyped.err.find("did you mean 'Kazakhstan'?"), std::string::npos) << mistyped.err;
    const ProgramRun world = shares("KAZ", "RUS,W=World");
    EXPECT_EQ(world.status, 2);
    EXPECT_NE(world.err.find("'World' is an aggregate"), std::string::npos) << world.err;
    EXPECT_EQ(shares("KAZ", "RUS,=CHN").status, 2);
    EXPECT_EQ(shares("KAZ", "RUS,W=").status, 2);
}

TEST(StateSpellingsOfOptions, FlowsMayNameStatesInAnySpelling) {
    const Folder folder;
    const std::string codes = folder.write("codes.csv", "state,year,pole,value\nKAZ,2001,RUS,10\nKAZ,2001,CHN,5\n");
    const std::string names =
        folder.write("names.csv", "state,year,pole,value\nKazakhstan,2001,Russian Federation,10\nkaz,2001,Китай,5\n");
    const std::string numbers = folder.write("numbers.csv", "state,year,pole,value\n705,2001,365,10\n705,2001,710,5\n");
    const auto balance = [](const std::string& file, const std::string& states) {
        return run_program({"align", "balance", "--flows", "trade=" + file, "--states", states, "--poles", "RUS,CHN"});
    };
    const ProgramRun plain = balance(codes, "KAZ");
    ASSERT_EQ(plain.status, 0) << plain.err;
    EXPECT_NE(plain.out.find("KAZ,2001"), std::string::npos) << plain.out;
    EXPECT_EQ(balance(names, "kaz").out, plain.out);
    EXPECT_EQ(balance(numbers, "Kazakhstan").out, plain.out);
    EXPECT_EQ(balance(codes, "XYZ").status, 2);
}

}  // namespace data_state_spellings_commands_test
}  // namespace tarazy

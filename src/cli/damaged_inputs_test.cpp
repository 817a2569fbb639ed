// Every reader of the program given damaged files: cut, bits turned, lines gone and doubled, huge numbers, NUL bytes,
// bytes that are not UTF-8. Each end is a result, or a message with the status for it.

#include "base/random.hpp"
#include "cli/program_run_test.hpp"
#include "io/text_encoding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace tarazy {
namespace damaged_inputs_test {

namespace fs = std::filesystem;
using namespace testing_program;

const std::string root = std::string(TARAZY_SOURCE_DIR) + '/';

/// Does damage of one kind, drawn, to bytes.
class Damage {
public:
    Damage(std::string bytes, bool text, Random random)
        : bytes_(std::move(bytes)), text_(text), random_(std::move(random)) {}

    std::string done() {
        switch (random_.below(text_ ? 12 : 6)) {
            case 0: return bytes_.substr(0, at());
            case 1: return turn_bits();
            case 2: return insert(std::string(pick<std::size_t>({1, 4, 100}), '\0'));
            case 3:
                return insert(pick<std::string>({"\xFF\xFE", "\xC3\x28", "\xED\xA0\x80", "\xC0\x80", "\x80", "\xE2\x82",
                                                 "\xEF\xBB\xBF", "\x1b[31m", "\xE2\x80\xAE"}));
            case 4: return std::string(bytes_).erase(at(), pick<std::size_t>({1, 2, 8, 64, 512}));
            case 5: return repeat();
            case 6: return lines_doubled();
            case 7: return lines_gone();
            case 8:
            case 9: return other_number();
            case 10: return word_gone();
            default: return other_mark();
        }
    }

private:
    std::size_t at() { return random_.below(bytes_.size()); }

    template <typename Value>
    Value pick(std::vector<Value> values) {
        return values[random_.below(values.size())];
    }

    std::string insert(const std::string& what) { return std::string(bytes_).insert(at(), what); }

    std::string turn_bits() {
        std::string damaged = bytes_;
        for (int left = pick<int>({1, 1, 3, 10}); left > 0; --left) {
            char& byte = damaged[at()];
            byte = static_cast<char>(byte ^ (1 << random_.below(8)));
        }
        return damaged;
    }

    std::string repeat() {
        const std::size_t from = at();
        const std::string part = bytes_.substr(from, pick<std::size_t>({1, 8, 64, 512}));
        std::string damaged = bytes_;
        for (int left = pick<int>({1, 2, 30}); left > 0; --left) damaged.insert(from, part);
        return damaged;
    }

    /// Begin and length of the line around a place, its end with it.
    std::pair<std::size_t, std::size_t> line() {
        const std::size_t place = at();
        const std::size_t before = place == 0 ? std::string::npos : bytes_.rfind('\n', place - 1);
        const std::size_t begin = before == std::string::npos ? 0 : before + 1;
        const std::size_t end = std::min(bytes_.find('\n', place), bytes_.size() - 1) + 1;
        return {begin, end - begin};
    }

    std::string lines_doubled() {
        const auto [begin, length] = line();
        const std::string doubled = bytes_.substr(begin, length);
        std::string damaged = bytes_;
        for (int left = pick<int>({1, 1, 50}); left > 0; --left) damaged.insert(begin, doubled);
        return damaged;
    }

    std::string lines_gone() {
        const auto [begin, length] = line();
        return std::string(bytes_).erase(begin, length);
    }

    /// The word of these characters that lies at or behind a place.
    std::pair<std::size_t, std::size_t> word(const char* characters) {
        const std::size_t begin = bytes_.find_first_of(characters, at());
        if (begin == std::string::npos) return {0, 0};
        const std::size_t end = std::min(bytes_.find_first_not_of(characters, begin), bytes_.size());
        return {begin, end - begin};
    }

    std::string other_number() {
        const auto [begin, length] = word("0123456789");
        const auto number = pick<std::string>({"99999999999999999999999999", "-1", "1e308", "1e999", "4294967296", "0",
                                               "-9223372036854775809", "1e-320", "NaN", "inf", "1000000000"});
        return std::string(bytes_).replace(begin, length, number);
    }

    std::string word_gone() {
        const auto [begin, length] = word("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
        return std::string(bytes_).erase(begin, length);
    }

    std::string other_mark() {
        const auto [begin, length] = word(",;\"'[]{}()<>=:|&/\\");
        const auto mark = pick<std::string>({"", ",", "\"", "[", "]", "{", "}", "<", ">", "((((", "&#x0;", "\n", "\\"});
        return std::string(bytes_).replace(begin, length, mark);
    }

    std::string bytes_;
    bool text_;
    Random random_;
};

/// A file that a command reads; `*` stands for it, `@` for the root of the sources.
struct DamagedInput {
    const char* name;
    std::string file;
    std::string command;
    bool text = true;
    int finding = 0;  ///< a status of its own for what can be read and does not agree (1)
};

void PrintTo(const DamagedInput& input, std::ostream* out) {
    *out << input.name;
}

const std::string every = "@src/analyses/testdata/every_method/data/", texts = "@src/text/testdata/";

std::vector<DamagedInput> tables_and_graphs() {
    const std::string members = every + "memberships.csv", functions = every + "institutions.csv";
    return {
        {"Votes", every + "votes.csv",
         "align shares --votes * --roll-calls " + every +
             "roll_calls.csv --rename session=meeting --states KAZ --poles RUS,CHN"},
        {"GraphMl", "graph.graphml", "network signed --edges *"},
        {"Gexf", "graph.gexf", "network convert * - --to edges"},
        {"Pajek", "graph.net", "network convert * - --to edges"},
        {"PajekProject", "graph.paj", "network convert * - --to edges"},
        {"Ucinet", "graph.dl", "network convert * - --to edges"},
        {"Edges", "@examples/tribes/tribes.csv", "network signed --edges *"},
        {"WeightedEdges", "@src/network/testdata/karate_weighted_edges.csv", "network measures --edges * --weighted"},
        {"Incidence", "@examples/southern-women/incidence.csv", "network project --incidence *"},
        {"Groups", "@src/network/testdata/karate_clubs.csv",
         "network brokerage --edges @src/network/testdata/karate_edges.csv --groups *"},
        {"Memberships", members, "network memberships --memberships * --year 2009"},
        {"Functions", functions, "network functions --memberships " + members + " --year 2009 --functions *"},
        {"Bridge", members,
         "network bridge --memberships * --years 2009-2010 --state KAZ --poles RUS=RUS,CHN=CHN --draws 99"},
        {"Chronology", every + "events.csv",
         "trace chronology * --links " + every + "links.csv --conflicts " + every + "conflicts.csv"},
        {"Links", every + "links.csv", "trace chronology " + every + "events.csv --links *"},
        {"Conflicts", every + "conflicts.csv", "trace chronology " + every + "events.csv --conflicts *"},
        {"Events", "@src/trace/testdata/icews_events.csv", "trace events * --layout icews --period week"},
        {"CausalGraph", "@examples/warm-up/graph.txt", "trace graph *"},
        {"Evidence", "@examples/silver-blaze/silver_blaze.toml", "trace evidence *"},
        {"Likelihoods", "@examples/silver-blaze/likelihoods.csv",
         "trace evidence --hypotheses @examples/silver-blaze/hypotheses.csv --clues @examples/silver-blaze/clues.csv "
         "--likelihoods *"},
        {"CausalModel", "@examples/mediation/mediation.toml", "trace query *"},
        {"Panel", "@src/trace/testdata/basque_gdp.csv",
         "trace contrast --data * --outcome gdpcap --before 1960-1969 --after 1975-1984 --treated Madrid"},
        {"Cases", every + "cases.csv",
         "compare minimise --data * --outcome GAVE_UP --conditions NORM,THREAT,PACT --incl-cut 0.6"},
        {"Cells", every + "cells.csv",
         "compare robustness --what cells --data " + every +
             "cases.csv --cells * --outcome GAVE_UP --conditions NORM,THREAT,PACT --incl-cut 0.6"},
        {"Stata", "@src/io/testdata/events.dta", "data inspect *", false},
        {"Spss", "@src/io/testdata/regime.sav", "data inspect *", false},
        {"Workbook", "@src/io/testdata/title_above.xlsx", "data inspect *", false},
    };
}

std::vector<DamagedInput> games_and_texts() {
    return {
        {"Game", "@examples/assurance/selten_horse.efg", "simulate assure * --lambda 1,4", true, 1},
        {"AssuranceGame", "@examples/assurance/assurance.toml", "simulate assure * --show thresholds"},
        {"Scenario", "@examples/corridor/ensemble.toml", "simulate ensemble *"},
        {"BargainingScenario", "@examples/corridor/bargain.toml", "simulate ensemble *"},
        {"Inputs", "@examples/corridor/corridor.toml", "simulate sample * --base 8"},
        {"Actors", "@examples/corridor/actors.csv", "simulate bargain * --show forecast"},
        {"Runs", "@examples/corridor/policy_runs.csv", "simulate robustness * --outcome balance --bootstrap 10"},
        {"Series", "@examples/corridor/shares.csv", "simulate forecast * --horizon 3"},
        {"SealedForecast", every + "sealed.json", "simulate forecast --score * --with " + every + "yearly_shares.csv"},
        {"Codebook", texts + "codebook.csv",
         "text codes --documents " + texts + "declarations.csv --codebook * --states AAA,BBB --windows 2001-2003"},
        {"Documents", texts + "declarations.csv", "text tokens *"},
        {"Dictionary", texts + "four_languages.yml", "text dictionary " + texts + "four_languages.csv --dictionary *"},
        {"Treebank", texts + "lemmas_kk.conllu", "text lemmas --language kk --conllu *"},
        {"Counts", texts + "lbg_counts.csv", "text wordscores * --scores " + texts + "lbg_scores.csv"},
        {"Scores", texts + "lbg_scores.csv", "text wordscores " + texts + "lbg_counts.csv --scores *"},
        {"Segments", texts + "sample_segments.csv", "text codings * --action agreement"},
        {"Statements", texts + "statements.csv", "text statements * --show polarisation --window 2"},
        {"MachineCodes", texts + "machine_codes.csv", "text estimate --codes * --machine good"},
        {"Html", texts + "article_kk_2021.html", "text clean *"},
        {"Pdf", "@examples/three-languages/documents/statement_ru3_2021.pdf", "text build *", false},
        {"Docx", "a.docx", "text build *", false},
        {"Qdpx", texts + "sample.qdpx", "text qdpx import *", false, 1},
        {"Corpus", "corpus.db", "text tokens *", false},
        {"Store", "store.sqlite", "text codings * --action matrix --show codes", false},
    };
}

/// What is not among the sources is made.
class DamagedInputs : public testing::TestWithParam<DamagedInput> {
protected:
    [[nodiscard]] static std::string placed(std::string text) {
        for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + root.size()))
            text.replace(at, 1, root);
        return text;
    }

    [[nodiscard]] std::vector<std::string> words(const std::string& command, const std::string& file) const {
        std::vector<std::string> found(1);
        for (const char letter : placed(command)) {
            if (letter == ' ')
                found.emplace_back();
            else if (letter == '*')
                found.back() += file;
            else
                found.back() += letter;
        }
        return found;
    }

    [[nodiscard]] std::string sound(const DamagedInput& input) const {
        if (input.file.starts_with('@')) return bytes_of(placed(input.file));
        const std::string made = folder / input.file;
        if (input.file == "store.sqlite") {
            for (const char* start : {"0", "20"})
                run_program({"text", "codings", made, "--action", "add", "--doc", "d", "--start", start, "--end", "40",
                             "--coder", "A", "--code", "peace"});
        } else if (input.file == "corpus.db") {
            run_program({"text", "build", placed(texts + "declarations.csv"), "-o", made});
        } else if (input.file == "a.docx") {
            for (const auto& entry : fs::directory_iterator(placed(texts + "documents")))
                if (entry.path().extension() == ".docx") return bytes_of(entry.path().string());
        } else {
            run_program({"network", "convert", placed("@examples/tribes/tribes.csv"), made});
        }
        return bytes_of(made);
    }

    Folder folder;
};

TEST_P(DamagedInputs, EndInAResultOrAMessage) {
    const DamagedInput& input = GetParam();
    const std::string bytes = sound(input);
    ASSERT_FALSE(bytes.empty());
    const std::string ending = fs::path(input.file).extension().string();
    const std::string file = folder.write("damaged" + ending, bytes);
    if (std::string_view(input.name) == "BargainingScenario")  // which names a file beside it
        folder.write("actors.csv", bytes_of(placed("@examples/corridor/actors.csv")));
    const std::vector<std::string> command = words(input.command, file);
    const ProgramRun undamaged = run_program(command);
    ASSERT_EQ(undamaged.status, 0) << undamaged.err;
    ASSERT_NE(undamaged.out, "");
    const std::uint64_t trials = std::getenv("TARAZY_SLOW") == nullptr ? 2 : 300;
    for (std::uint64_t trial = 0; trial < trials; ++trial) {
        const std::string damaged = Damage(bytes, input.text, Random(1991, input.name, trial)).done();
        folder.write("damaged" + ending, damaged);
        const ProgramRun run = run_program(command);
        const std::string which = std::string(input.name) + ", trial " + std::to_string(trial) + ": ";
        const std::array<int, 5> ends = {0, 2, 3, 5, input.finding};
        EXPECT_NE(std::ranges::find(ends, run.status), ends.end()) << which << run.status << '\n' << run.err;
        EXPECT_TRUE(is_utf8_text(run.out)) << which << "the result is not UTF-8";
        EXPECT_TRUE(is_utf8_text(run.err)) << which << "the message is not UTF-8";
        EXPECT_EQ(run.err.find('\x1b'), std::string::npos) << which << run.err;
        EXPECT_LT(run.err.size(), 8000u) << which << run.err;
        if (run.status == 0) {
            EXPECT_NE(run.out, "") << which << "an empty success";
        } else {
            EXPECT_NE(run.err, "") << which << "nothing was said";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Tables, DamagedInputs, testing::ValuesIn(tables_and_graphs()),
                         [](const auto& input) { return std::string(input.param.name); });
INSTANTIATE_TEST_SUITE_P(Texts, DamagedInputs, testing::ValuesIn(games_and_texts()),
                         [](const auto& input) { return std::string(input.param.name); });

}  // namespace damaged_inputs_test
}  // namespace tarazy

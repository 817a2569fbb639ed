#pragma once

#include "ledger/claim.hpp"
#include "table/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A text in the three languages of the reports. An empty language falls back to English.
struct LocalText {
    std::string en;
    std::string kk;
    std::string ru;
};

struct Pole {
    std::string id;  ///< "RUS", "CHN", "WEST"
    LocalText name;
    std::vector<std::string> members;  ///< ISO alpha-3
};

/// Bibliographic entry of the study file.
struct Source {
    std::string key, author, year, title, publisher, url;
    LocalText coverage;  ///< years and the like; without Kazakh and Russian where it needs no words
    std::string licence;
};

/// A data file as the run found it.
struct DataUse {
    std::string key, role, path, sha256;
    std::vector<std::string> sources;  ///< keys of `[source.<key>]`
    std::size_t rows = 0;
    bool fallback = false;  ///< the shipped derived table stood in for the raw file
    std::string raw_path;   ///< what it stood in for
    LocalText note;
    std::vector<std::string> notes = {};  ///< what was assumed when it was read
};

struct ResultTable {
    std::string name;  ///< "" for the main table, else a short suffix such as "summary"
    Table table;
};

/// A file, or a table of another analysis, and the SHA-256 of what it held.
struct FileDigest {
    std::string path, sha256;
};

/// One data key as an analysis read it.
struct DataRead {
    std::string key, role;
    std::string result = {};   ///< the analysis whose table it is; empty: files
    std::string reading = {};  ///< columns under other names and options of reading; empty: as the file is
    std::vector<FileDigest> files = {};
};

/// What decides the tables of an analysis beside its method and the build of the program: when all of this is the same,
/// so are they.
struct MadeFrom {
    int method_version = 0;                ///< 0: not recorded
    std::string settings = {};             ///< JSON object: parameters, states, poles, years, seed (`settings_of`)
    std::vector<DataRead> data = {};       ///< in the order of the study file
    std::vector<std::string> tested = {};  ///< of methods that try other readings: the quantities tried
};

/// What one analysis found.
struct AnalysisResult {
    std::string id, method;
    LocalText title;
    std::string parameters;  ///< JSON object as run
    std::string command;     ///< the equivalent `tarazy` command
    bool from_shipped_table = false;
    std::vector<ResultTable> tables;
    std::vector<Claim> claims;
    std::vector<LocalText> limits;  ///< what the reader must keep in mind
    std::string failure = {};       ///< why it has no result, in English; empty when it has one
    MadeFrom made_from = {};
};

enum class Verdict { supported, contradicted, mixed, silent, not_tested };
[[nodiscard]] std::string_view to_string(Verdict verdict) noexcept;

/// Of a conditional proposition: what is assumed, and what should follow from it.
enum class TestPart { plain, premise, consequence };
[[nodiscard]] std::string_view to_string(TestPart part) noexcept;

/// How the comparison states fare in the same test. A test that all of them pass, or none, tells nothing of the state
/// studied.
struct ComparisonPasses {
    std::size_t states = 0;  ///< with a number to be judged
    std::size_t passed = 0;
    std::vector<std::string> who = {};  ///< the states that pass, in the order of the claims
    /// Fewer states than this are too few to call a test idle.
    static constexpr std::size_t least_states = 3;
    [[nodiscard]] bool idle() const noexcept { return states >= least_states && (passed == 0 || passed == states); }
};

/// What a theory would have one expect of a proposition.
enum class Expectation { holds, fails };
[[nodiscard]] std::string_view to_string(Expectation expectation) noexcept;

struct TheoryExpectation {
    std::string theory;
    Expectation expects = Expectation::holds;
};

/// One declared test of a proposition and how it came out.
struct JudgedTest {
    std::string analysis, quantity, criterion;  ///< as declared in the study file
    double weight = 1;                          ///< as declared
    LocalText opposite_means;
    enum class Result { passed, failed, undecided } result = Result::undecided;
    std::string claim;            ///< id of the claim tested; empty when the analysis could not be run
    std::string reason;           ///< why undecided
    bool lacks_quantity = false;  ///< undecided because the analysis has no such number: the study file is to be mended
    bool withheld = false;        ///< undecided because the analysis, honestly, gives no number and says why
    TestPart part = TestPart::plain;
    bool data_seen = false;            ///< written after its data had been seen
    ComparisonPasses comparison = {};  ///< no states where the quantity is not about a state
    LocalText absolute_because = {};   ///< why the test counts although it is idle; empty: then it does not

    /// What the test weighs in the verdict.
    /// A premise tells of the circumstances, which the comparison states may share: it is never idle.
    [[nodiscard]] double counted() const noexcept {
        const bool idle = part != TestPart::premise && comparison.idle() && absolute_because.en.empty();
        return idle ? 0 : weight;
    }
};

/// Another reading of one entry of the data, which the record itself admits, under which the verdict is another.
struct OverturningReading {
    std::string data, entry, variable;  ///< data key; case or event; column
    std::string as_recorded, other;
    std::string basis;               ///< "stated alternative", "low confidence", "rival source"
    Verdict then = Verdict::silent;  ///< the verdict under it
    std::vector<std::size_t> tests;  ///< whose result it changes, by their place in the proposition
};

struct JudgedProposition {
    std::string id, theory;
    LocalText text;
    Verdict verdict = Verdict::not_tested;
    std::vector<JudgedTest> tests;
    LocalText would_change;  ///< what would change this verdict
    /// The verdict of the data as recorded. `verdict` is another where it hangs on one contestable entry.
    Verdict as_recorded = Verdict::not_tested;
    std::vector<OverturningReading> overturned_by = {};  ///< in the order of data, entry and variable
    std::size_t readings_tried = 0;                      ///< other readings of single entries that were tried
    std::string topic = {};                              ///< under which the report lists it; may be empty
    std::vector<TheoryExpectation> expects = {};         ///< of theories that have something to say of it
    bool expects_seen = false;                           ///< written down when its verdict was known
};

/// What one of the analyses that contradict one another says.
struct ContradictingSide {
    std::string analysis;
    std::string says;                 ///< pole that leads, "+" or "-"
    std::vector<std::string> claims;  ///< ids, largest value first
};

/// Two or more analyses of the same quantity that say the opposite.
struct Contradiction {
    std::string measures;  ///< "votes.years_nearest": arena and quantity
    std::vector<ContradictingSide> sides;
    std::size_t common_years = 0;     ///< years that the first two sides both speak of one by one
    std::size_t differing_years = 0;  ///< of these, years in which they say otherwise
};

/// The choices of a study and what is known of its verdicts under other alternatives.
struct StudyMultiverse {
    struct Alternative {
        std::string id;
        LocalText name;
    };
    struct Choice {
        std::string id;
        LocalText name, reason;
        std::vector<Alternative> alternatives;  ///< the study as it stands first
    };
    std::vector<Choice> choices;
    std::string stale =
        {};  ///< why nothing is known, or what was computed is not shown; empty when the tables are there
    std::string command = {}, version = {};  ///< that computed it
    std::uint64_t possible = 0, listed = 0;  ///< combinations of alternatives; those listed one by one
    bool all = true;                         ///< are all listed?
    std::vector<std::string> notes = {};
    std::vector<ResultTable> tables = {};  ///< `verdicts`, `moves`, `curves` (study/multiverse_tables.hpp)
};

/// Everything a run found, as plain values. The report reads nothing else.
struct StudyResult {
    std::string id, version, focus;
    std::uint64_t seed = 0;
    LocalText title;
    int first_year = 0, last_year = 0;
    std::vector<Pole> poles;
    std::vector<std::string> comparison;  ///< ISO alpha-3
    std::vector<Source> sources;
    std::map<std::string, LocalText> words;  ///< what codes of the data mean: conditions, cases
    std::vector<DataUse> data;
    std::vector<AnalysisResult> analyses;
    std::vector<JudgedProposition> propositions;
    std::vector<Contradiction> contradictions = {};
    std::optional<StudyMultiverse> multiverse = {};  ///< of a study that declares choices
    std::string command;                             ///< that made this run
    std::string folder;                              ///< how commands call the study's folder
};

}  // namespace tarazy

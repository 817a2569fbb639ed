#pragma once

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "io/toml_document.hpp"
#include "study/criterion.hpp"
#include "study/study_result.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

struct Method;
/// The methods that a study may name. The engine knows none by name; it is handed them.
using Methods = std::span<const Method>;

/// A text of the study file and where it stands.
struct PlacedText {
    std::string text;
    TextPlace place;
};

/// `[data.<key>]`
struct StudyData {
    PlacedText key;
    PlacedText role;
    std::vector<PlacedText> files;  ///< as written; several files are read one after the other into one table
    PlacedText result;              ///< instead of files: the analysis, earlier in the study, whose table this is
    std::string table;              ///< which of its tables; empty: the main one
    PlacedText fallback;  ///< file, or folder of derived tables, that stands in for missing files; may be empty
    std::vector<PlacedText> sources;                          ///< keys of `[source.<key>]`
    std::vector<std::pair<std::string, PlacedText>> columns;  ///< our name, name in the file
    LocalText note;
    ReadOptions reading;  ///< how the files are read: sheet, header_row, encoding, delimiter, decimal, missing, recode
};

/// `[[analysis]]`
struct StudyAnalysis {
    PlacedText id, method;
    LocalText title;
    std::vector<PlacedText> data;       ///< data keys
    std::vector<TomlEntry> parameters;  ///< as written; the method gives them their meaning
    std::vector<LocalText> limits;
};

/// `[[proposition.test]]`, or `[[proposition.if]]` and `[[proposition.then]]`
struct DeclaredTest {
    PlacedText analysis, quantity, criterion_text;
    Criterion criterion;
    double weight = 1;
    LocalText opposite_means;
    TestPart part = TestPart::plain;
    bool data_seen = false;      ///< written after its data had been seen
    LocalText absolute_because;  ///< why it counts although all or none of the comparison states pass it
};

/// `[[proposition]]`
struct StudyProposition {
    PlacedText id, theory;
    LocalText text, would_change;
    std::vector<PlacedText> methods;  ///< that have something to say of it, whether or not a test is declared
    std::vector<DeclaredTest> tests;  ///< plain ones, or premises and then consequences
    PlacedText topic;                 ///< a code of `[word]`; empty where none is given
    std::vector<TheoryExpectation> expects;
    bool expects_seen = false;  ///< written down when its verdict was known
};

struct StudyPole {
    PlacedText id;
    LocalText name;
    std::vector<PlacedText> members;
};

struct StudySource {
    TextPlace place;
    Source entry;
};

/// One key of the study that an alternative gives another value.
struct StudyOverride {
    /// The way to the key, by points. Where the study has a list of tables, the `id` of the one meant stands, or its
    /// number from 1 where these have no id: "study.years", "pole.WEST.members", "analysis.votes.parameters.sessions",
    /// "proposition.P2.test.3.comparison".
    std::string path;
    TextPlace place;  ///< of the key in the alternative
    TomlValue value;
};

/// `[[choice.alternative]]`
struct ChoiceAlternative {
    PlacedText id;
    LocalText name;
    std::vector<StudyOverride> set;  ///< nothing for the first: the study as it stands
};

/// `[[choice]]`: something that others would have decided otherwise, and how.
struct StudyChoice {
    PlacedText id;
    LocalText name;
    LocalText reason;  ///< why each alternative can be defended
    std::vector<ChoiceAlternative> alternatives;
};

/// `study.toml` as values (docs/study-file.md tells the meaning of each key).
struct StudyFile {
    std::string path;    ///< as opened
    std::string folder;  ///< where it lies; relative paths in it start here
    std::string sha256;
    PlacedText id, focus;
    LocalText title;
    int first_year = 0, last_year = 0;
    TextPlace years_place;
    std::vector<PlacedText> comparison;
    std::uint64_t seed = 1;
    std::vector<StudyPole> poles;
    std::vector<StudySource> sources;
    std::map<std::string, LocalText> words;  ///< what codes of the data mean
    std::vector<StudyData> data;
    std::vector<StudyAnalysis> analyses;
    std::vector<StudyProposition> propositions;
    std::vector<StudyChoice> choices;
    std::shared_ptr<const TomlValue> written;  ///< what the file holds, for reading it anew under other alternatives
    std::vector<Problem> warnings;             ///< what a careful author would mend: texts lacking in a language, ...
};

/// `study.toml` in a folder, or the file itself.
[[nodiscard]] std::string study_file_path(const std::string& study);

/// Reads and checks a study file, and looks whether the files it names are there.
/// @param study  folder that holds `study.toml`, or the path of a `.toml` file
/// @throws InputError with every problem of the file, in the order of its lines; FileError if it cannot be read
[[nodiscard]] StudyFile read_study_file(const std::string& study, Methods methods);

/// The same without looking for the files it names: for `study derive`, which makes some of them.
[[nodiscard]] StudyFile read_study_file_alone(const std::string& study, Methods methods);

/// The same for a text in memory, without looking for the files it names.
[[nodiscard]] StudyFile parse_study_file(std::string_view text, const std::string& path, Methods methods);

/// The study under other alternatives of its choices. O(size of the file).
/// @param picked  of each choice the place of its alternative; 0 is the study as it stands
/// @throws InputError with the problems that arise, each said to be of these alternatives
[[nodiscard]] StudyFile study_under(const StudyFile& study, std::span<const std::size_t> picked, Methods methods);

}  // namespace tarazy

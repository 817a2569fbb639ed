#pragma once

#include "analyses/write_study/study_order.hpp"
#include "base/work.hpp"
#include "table/table.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// A data file as it was read.
struct GivenFile {
    std::string written;  ///< as the study will name it, unless it is copied
    std::string path;     ///< to open
    std::string sha256;
    std::size_t rows = 0;
    std::vector<std::string> notes = {};  ///< what was assumed to read it
    std::string bytes = {};               ///< of a file that the program makes itself; `path` is empty
};

/// The data of one key of the study: files of one kind and the same columns, one after the other.
struct GivenData {
    std::string key, role;
    std::vector<GivenFile> files;
    std::vector<std::pair<std::string, std::string>> columns = {};  ///< our name, name in the file
    std::vector<std::string> known_by = {};
    std::vector<std::string> missing = {};  ///< marks that mean missing in these files
    /// All rows, under our names; empty where the file is no table. Of votes, ties and the like only until `survey`.
    Table table = {};
    std::string result = {};            ///< instead of files: the analysis whose table it is
    std::string result_table = {};      ///< which of its tables; empty: the main one
    std::optional<Span> years = {};     ///< that the data speak of
    std::set<std::string> states = {};  ///< ISO alpha-3, or what the cells hold where that is no state
    std::map<std::string, Span> years_of_state = {};
    /// Of votes: do the sessions look like those of the General Assembly, whose years a study has?
    bool assembly = false;

    [[nodiscard]] bool covers(const std::string& state) const { return states.contains(state); }
};

/// Reads the files and finds out what each is.
/// @throws InputError with every file that is not understood or cannot be read; UsageError for a file named twice
[[nodiscard]] std::vector<GivenData> read_given_data(const StudyOrder& order, const Work& work);

/// Which years and states data speak of, put into the data themselves. Votes are taken together with the roll calls.
/// Rows that no parameter is chosen by are given up: of votes they may be millions.
/// @throws InputError for votes that cannot be used
void survey(std::vector<GivenData>& data);

/// Which states existed when, out of the program's own list of states, for ties that come without such a list:
/// `ccode,styear,endyear` as the Correlates of War have it (State System Membership, v2016).
[[nodiscard]] GivenData state_system();

/// Of one role the first; nullptr when there is none.
[[nodiscard]] const GivenData* given(const std::vector<GivenData>& data, const std::string& role);

}  // namespace tarazy

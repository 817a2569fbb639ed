#pragma once

#include "analyses/example_study_test.hpp"

#include <string>

namespace tarazy {

/// Seven invented states: those with a norm, or without threat, gave up; UZB did under threat and without a norm.
inline const char* const cases_csv =
    "case,GAVE_UP,NORM,THREAT,PACT\n"
    "KAZ,1,1,0.67,0.67\n"
    "UKR,1,0.67,1,0\n"
    "BLR,1,0,0.33,1\n"
    "UZB,1,0,0.33,0\n"
    "IND,0,0.33,1,0\n"
    "PAK,0,0,1,0.33\n"
    "ISR,0,0,0.67,0\n";

/// An analysis `reversal` by compare.minimise of these cases.
inline void add_comparison(const ExampleStudy& example, const std::string& parameters = "",
                           const std::string& data = "\"cases\"") {
    write_file_atomically(example / "data/cases.csv", cases_csv);
    write_file_atomically(example / "study.toml",
                          read_file(example / "study.toml") +
                              "\n[data.cases]\nfile = \"data/cases.csv\"\nrole = \"cases\"\n[[analysis]]\nid = "
                              "\"reversal\"\ntitle = \"Reversal\"\nmethod = \"compare.minimise\"\ndata = [" +
                              data +
                              "]\n[analysis.parameters]\noutcome = \"GAVE_UP\"\nconditions = \"NORM,THREAT,PACT\"\n" +
                              "incl_cut = 0.6\n" + parameters);
}

/// Records of all cells, each with confidence and a source.
inline std::string cells_csv() {
    std::string csv = "case,variable,value,confidence,source_keys,note\n";
    const std::string names[] = {"GAVE_UP", "NORM", "THREAT", "PACT"};
    std::string text = cases_csv;
    text.erase(0, text.find('\n') + 1);
    while (!text.empty()) {
        std::string row = text.substr(0, text.find('\n')) + ',';
        text.erase(0, text.find('\n') + 1);
        const std::string state = row.substr(0, row.find(','));
        row.erase(0, row.find(',') + 1);
        for (const std::string& name : names) {
            csv += state + ',' + name + ',' + row.substr(0, row.find(',')) + ",low,ONE;TWO,\n";
            row.erase(0, row.find(',') + 1);
        }
    }
    return csv;
}

inline void add_cells(const ExampleStudy& example, const std::string& csv = cells_csv()) {
    write_file_atomically(example / "data/cells.csv", csv);
    write_file_atomically(example / "data/sources.csv",
                          "source_key,reference\nONE,A book\nTWO,An article\nTHREE,A note\n");
    write_file_atomically(
        example / "study.toml",
        read_file(example / "study.toml") +
            "\n[data.cells]\nfile = \"data/cells.csv\"\nrole = \"cells\"\n[data.cell_sources]\nfile = "
            "\"data/sources.csv\"\nrole = \"sources\"\n");
}

}  // namespace tarazy

#pragma once

#include "analyses/write_study/recognise/data_layout.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace tarazy {

/// The made-up samples in testdata: file, and the layout that it has.
inline std::map<std::string, std::string> layout_samples() {
    std::map<std::string, std::string> samples;
    for (const DataLayout& layout : data_layouts()) {
        for (const char* ending : {".csv", ".tsv", ".txt"}) {
            const std::string file = layout.id + ending;
            if (std::filesystem::exists(TARAZY_SOURCE_DIR "/src/analyses/write_study/recognise/testdata/" + file))
                samples[file] = layout.id;
        }
        if (layout.speeches) samples["ungdc"] = layout.id;
    }
    samples["un_votes_voeten_older.csv"] = "un_votes_voeten";
    return samples;
}

inline std::string sample_path(const std::string& file) {
    return TARAZY_SOURCE_DIR "/src/analyses/write_study/recognise/testdata/" + file;
}

}  // namespace tarazy

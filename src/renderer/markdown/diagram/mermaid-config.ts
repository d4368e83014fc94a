import type { MermaidConfig } from 'mermaid';
import { longestSource, type Look } from './drawing';

/** Room for words, and nothing that a source could use to reach further than its own picture. */
export function mermaidConfig(look: Look): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    suppressErrorRendering: true,
    maxTextSize: longestSource,
    maxEdges: 500,
    deterministicIds: true,
    fontFamily: look.font,
    journey: { actorColours: [...look.scale] },
    look: 'classic',
    theme: 'base',
    darkMode: look.dark,
    themeVariables: colours(look),
    secure: [...fixed],
  };
}

/** What a source cannot set for itself. */
const fixed = [
  'secure',
  'startOnLoad',
  'securityLevel',
  'htmlLabels',
  'suppressErrorRendering',
  'maxTextSize',
  'maxEdges',
  'deterministicIds',
  'dompurifyConfig',
  'fontFamily',
  'altFontFamily',
  'look',
  'theme',
  'themeCSS',
  'themeVariables',
  'darkMode',
];

type Colours = Record<string, unknown>;

function colours(look: Look): Colours {
  return {
    darkMode: look.dark,
    fontFamily: look.font,
    fontSize: '14px',
    dropShadow: 'none',
    background: look.ground,
    mainBkg: look.box,
    primaryColor: look.box,
    primaryBorderColor: look.line,
    primaryTextColor: look.text,
    secondaryColor: look.group,
    secondaryBorderColor: look.line,
    secondaryTextColor: look.text,
    tertiaryColor: look.group,
    tertiaryBorderColor: look.line,
    tertiaryTextColor: look.text,
    lineColor: look.quietText,
    textColor: look.text,
    titleColor: look.text,
    edgeLabelBackground: look.ground,
    clusterBkg: look.group,
    clusterBorder: look.line,
    noteBkgColor: look.note,
    noteTextColor: look.text,
    noteBorderColor: look.line,
    errorBkgColor: look.dangerSoft,
    errorTextColor: look.danger,
    ...sequence(look),
    ...gantt(look),
    ...scale(look),
  };
}

function sequence(look: Look): Colours {
  return { activationBkgColor: look.accentSoft, activationBorderColor: look.accent };
}

function gantt(look: Look): Colours {
  return {
    sectionBkgColor: look.group,
    sectionBkgColor2: look.group,
    altSectionBkgColor: look.ground,
    gridColor: look.line,
    todayLineColor: look.danger,
    taskBkgColor: look.box,
    taskBorderColor: look.line,
    taskTextColor: look.text,
    taskTextDarkColor: look.text,
    taskTextLightColor: look.text,
    taskTextOutsideColor: look.text,
    activeTaskBkgColor: look.accentSoft,
    activeTaskBorderColor: look.accent,
    doneTaskBkgColor: look.group,
    doneTaskBorderColor: look.line,
    critBkgColor: look.dangerSoft,
    critBorderColor: look.danger,
  };
}

/** Colours that only tell one part from another; the words on them are the window's. */
function scale(look: Look): Colours {
  const entries = look.scale.flatMap((colour, index): [string, string][] => [
    [`pie${index + 1}`, colour],
    [`cScale${index}`, colour],
    [`cScaleLabel${index}`, look.text],
    [`cScaleInv${index}`, look.line],
    [`cScalePeer${index}`, look.line],
    [`git${index}`, colour],
    [`gitBranchLabel${index}`, look.text],
    [`gitInv${index}`, look.ground],
    [`fillType${index}`, colour],
    [`actor${index}`, colour],
  ]);
  return {
    ...Object.fromEntries(entries),
    pieStrokeColor: look.ground,
    pieOuterStrokeColor: look.line,
    pieOuterStrokeWidth: '1px',
    pieOpacity: '1',
    pieTitleTextSize: '16px',
    pieSectionTextColor: look.text,
    pieLegendTextColor: look.text,
    pieTitleTextColor: look.text,
    commitLabelColor: look.text,
    commitLabelBackground: look.group,
    archEdgeColor: look.quietText,
    archEdgeArrowColor: look.quietText,
    archGroupBorderColor: look.line,
    packet: {
      blockFillColor: look.box,
      blockStrokeColor: look.line,
      labelColor: look.text,
      startByteColor: look.quietText,
      endByteColor: look.quietText,
      titleColor: look.text,
    },
    radar: { axisColor: look.line, graticuleColor: look.line, graticuleOpacity: 0.1, curveOpacity: 0.6 },
    xyChart: {
      backgroundColor: look.ground,
      titleColor: look.text,
      xAxisLabelColor: look.quietText,
      yAxisLabelColor: look.quietText,
      xAxisTitleColor: look.text,
      yAxisTitleColor: look.text,
      xAxisLineColor: look.line,
      yAxisLineColor: look.line,
      plotColorPalette: look.scale.join(','),
    },
  };
}

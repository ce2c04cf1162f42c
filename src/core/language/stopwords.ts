/** Words of both languages that carry no matter of their own, folded. */
export const stopwords: ReadonlySet<string> = new Set(
  (
    'a an the and or but if of to in on at by for from with without into onto over under about as than then so such that ' +
    'this these those there here it its he him his she her hers they them their theirs we us our ours you your yours i me my mine ' +
    'who whom whose which what when where why how be is am are was were been being have has had having do does did done doing ' +
    'will would shall should can could may might must not no nor never neither any some each every all both few more most other another ' +
    'only own same too very just also even still already yet again once after before during between against until while because ' +
    'mr mrs ms dr s t up out off down said say one two ' +
    'el la los las un una unos unas lo le les se me te nos su sus mi mis tu tus y e o u ni que de del al a en con por para sin sobre ' +
    'entre hasta desde como mas menos muy ya si no nunca jamas tampoco tambien cuando donde quien quienes cual cuales cuyo cuya ' +
    'este esta estos estas ese esa esos esas eso esto aquel aquella ello ella el ellos ellas yo usted ustedes nosotros ' +
    'es son era eran fue fueron ser sido siendo estar esta estaba estan ha han habia habian haber hay he hemos ' +
    'don dona senor senora sr sra pero aunque porque pues sino mientras todo toda todos todas otro otra algun alguna ' +
    'dia dias ano anos mes meses hora horas day days year years month months time date'
  ).split(' '),
);
